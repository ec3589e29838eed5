"""Where the hosts of repositories let a file be edited, and show its history."""

from __future__ import annotations

from okrsite.config.model import Repository
from okrsite.config.record import RepositoryKeys

_EDIT = {
    "github": "{url}/edit/{branch}/{path}",
    "gitlab": "{url}/-/edit/{branch}/{path}",
    "gitea": "{url}/_edit/{branch}/{path}",
    "forgejo": "{url}/_edit/{branch}/{path}",
    "bitbucket": "{url}/src/{branch}/{path}?mode=edit&at={branch}",
}
_HISTORY = {
    "github": "{url}/commits/{branch}/{path}",
    "gitlab": "{url}/-/commits/{branch}/{path}",
    "gitea": "{url}/commits/branch/{branch}/{path}",
    "forgejo": "{url}/commits/branch/{branch}/{path}",
    "bitbucket": "{url}/history-node/{branch}/{path}?at={branch}",
}


def repository_of(keys: RepositoryKeys | None) -> Repository | None:
    """Fill in what is known of a host; what is given holds."""
    if keys is None:
        return None
    url = keys.url and keys.url.rstrip("/").removesuffix(".git")

    def known(patterns: dict[str, str]) -> str | None:
        return patterns[keys.kind].replace("{url}", url) if keys.kind and url else None

    return Repository(url, keys.branch, keys.edit or known(_EDIT), keys.history or known(_HISTORY))
