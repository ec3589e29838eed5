"""A server for one person at one machine: shows a site whose pages are made when asked for, and tells browsers of changes."""

from okrsite.server.serving import Server, bound
from okrsite.server.site import Answer, Site, State

__all__ = ["Answer", "Server", "Site", "State", "bound"]
