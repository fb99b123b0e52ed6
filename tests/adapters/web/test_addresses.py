from __future__ import annotations

import pytest

from peyvand.adapters.web.addresses import is_public

_INNER = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 127.0.0.1 127.8.9.1 169.254.169.254 172.16.0.1 172.31.255.255
    192.0.0.1 192.0.0.170 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.1.1 192.175.48.1 198.18.0.1
    198.19.255.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255
    :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::1 100::1 100:0:0:1::1
    2001::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 2002:a9fe:a9fe::1 2620:4f:8000::1 3fff::1 5f00::1
    fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1
"""
_OUTER = "1.1.1.1 8.8.8.8 93.184.216.34 172.15.0.1 172.32.0.1 100.63.0.1 100.128.0.1 2606:4700::1 2a00:1450::1"


@pytest.mark.parametrize(
    "address", [*_INNER.split(), "", "a.example", "1.2.3", "0x7f.0.0.1", "127.0.0.1/8", "2606:4700::1%2"]
)
def test_what_is_not_of_the_public_net_is_refused(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", _OUTER.split())
def test_the_public_net_is_open(address: str) -> None:
    assert is_public(address)
