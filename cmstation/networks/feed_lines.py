"""Keeps the connections that feeds are read through, straight and through the computer's proxies."""

import ssl
from threading import Lock
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3 import PoolManager

from cmstation.networks.feed_wire import Deadlines, make_pools, trusting_context
from cmstation.networks.places import is_loopback


class FeedLines:
    """The connections that several threads share; the computer's proxies are asked for once."""

    def __init__(self) -> None:
        self.deadlines = Deadlines()
        self._proxies = getproxies()
        self._lock = Lock()
        self._pools: dict[str, PoolManager] = {}
        self._context: ssl.SSLContext | None = None

    def pools(self, address: str) -> PoolManager:
        """Return the connections that lead to an address."""
        proxy = self._proxy(address) if self._proxies else ""
        with self._lock:
            if proxy not in self._pools:
                self._context = self._context or trusting_context()
                self._pools[proxy] = make_pools(self._context, proxy)
            return self._pools[proxy]

    def close(self) -> None:
        """Close them all."""
        self.deadlines.close()
        with self._lock:
            for pools in self._pools.values():
                pools.clear()
            self._pools.clear()

    def _proxy(self, address: str) -> str:
        """Return the proxy for an address; what is on this computer never needs one."""
        parts = urlsplit(address)
        host = parts.hostname or ""
        proxy = self._proxies.get(parts.scheme) or self._proxies.get("all", "")
        if not proxy or is_loopback(host) or proxy_bypass(host):
            return ""
        return proxy if "://" in proxy else f"http://{proxy}"
