"""The optional second reader: any server of OpenAI's chat protocol. Off unless the environment names one."""

from peyvand.adapters.second_reader.asking import SecondReading, ask
from peyvand.adapters.second_reader.server import REASONS, NoAnswer, Server, server_of

__all__ = ["REASONS", "NoAnswer", "SecondReading", "Server", "ask", "server_of"]
