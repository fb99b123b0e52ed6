"""Pages of the web, asked for with care: only public addresses, within limits, where robots may go.

Nothing is imported here: whoever only asks whether something is an address need not wait for what fetches it.
"""
