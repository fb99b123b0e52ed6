"""Which network addresses are public: a list of its own, since the standard library lets a dozen others pass."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network


def _blocks(written: str) -> tuple[IPv4Network | IPv6Network, ...]:
    return tuple(ip_network(block) for block in written.split())


_CLOSED_4 = _blocks(
    """0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
    192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24
    203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"""
)
# Nothing outside of this block is given to anybody; in it lie tunnels, examples and addresses for trials.
_OPEN_6 = ip_network("2000::/3")
_CLOSED_6 = _blocks("2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20")


def is_public(written: str) -> bool:
    """Whether an address, as the resolver gives it, is one of the public net. What is no address is not."""
    try:
        address = ip_address(written)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in closed for closed in _CLOSED_4)
    return _is_public_6(address)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id is not None or address not in _OPEN_6:
        return False
    return not any(address in closed for closed in _CLOSED_6)
