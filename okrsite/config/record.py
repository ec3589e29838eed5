"""The schema of `okrsite.yaml`: every key, what it accepts, what holds without it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from okrsite.config.values import Address, Days, Folder, Language, Month, Pattern, Place, ThemeName
from okrsite.written import Choice, Date, Fault, Flag, Id, Levels, Record, Text, key, record

HostKind = Literal["github", "gitlab", "gitea", "forgejo", "bitbucket"]

_HOSTS = {"github": "GitHub", "gitlab": "GitLab", "gitea": "Gitea", "forgejo": "Forgejo", "bitbucket": "Bitbucket"}
_YEARS = {"start": "the one in which it begins", "end": "the one in which it ends"}
_HISTORIES = {"auto": "where there is a repository", "git": "always", "none": "never"}


@record
class RepositoryKeys(Record):
    """Where the sources are kept, so that pages can link to them."""

    url: Address | None = key("the repository's address", default=None)
    kind: Choice[HostKind] | None = key(
        "what it runs on; `edit` and `history` are known then", default=None, each=_HOSTS
    )
    branch: Text = key("the branch that is published", default="main")
    edit: Pattern | None = key("a whole address with {path} and {branch} in it, where a file is edited", default=None)
    history: Pattern | None = key("the same, where a file's history is shown", default=None)

    def faults(self, _written: tuple[str, ...] = (), /) -> Iterable[Fault]:
        """Find a kind that says nothing, without the address it is about."""
        if self.kind and not self.url and "url" not in self.pruned:
            yield Fault(
                "missing-key",
                ("kind",),
                "`kind` stands here without `url`.",
                "Give the repository’s address.",
                on_key=True,
            )


@record
class MountKeys(Record):
    """The content of another folder, laid into this site."""

    from_: Text = key(
        "the folder; it may lie outside the root, and is then a root of its own for links and paths", alias="from"
    )
    to: Place = key("the folder below `content` where it is laid, `static` apart")
    prefix: Id | None = key("what goes before the ids of objectives found there", default=None)


@record
class ConfigFile(Record):
    """`okrsite.yaml`: what holds for the whole site. Its folder is the root of the site."""

    title: Text | None = key("name of the site; without one, the organisation's", default=None)
    as_of: Date | None = key(
        "a fixed date for the site, for demonstrations and archives; the command line wins", default=None
    )
    base_url: Address | None = key(
        "absolute address, for feeds, sitemap, badges and 404 only; every link in pages is relative", default=None
    )
    language: Language = key("interface language, and `lang` and `dir` of the pages", default="en")
    content: Folder = key("the folder of the content", default="content")
    output: Text = key("the folder to publish in; it may not be, hold, or lie inside a source folder", default="site")
    theme: ThemeName = key("the theme's name: a folder in `themes/`, or `default`", default="default")
    fiscal_year_start: Month = key("month in which a year begins", default=1)
    fiscal_year_named: Choice[Literal["start", "end"]] = key(
        "after which calendar year a fiscal year is named", default="start", each=_YEARS
    )
    check_in_every: Days = key(
        "days between check-ins that the organisation hopes for; 1.5 times that without one is *quiet*", default=14
    )
    people_pages: Flag = key("`false`: people are named but have no page of their own", default=True)
    repository: RepositoryKeys | None = key("how to link “Edit this page” and “History of changes”", default=None)
    checks: Levels = key("rule id: `off`, `note`, `warning` or `error`; errors can't be set lower", default={})
    history: Choice[Literal["auto", "git", "none"]] = key(
        "whether git is read as memory", default="auto", each=_HISTORIES
    )
    mounts: tuple[MountKeys, ...] = key("content of other checkouts, laid into this site", default=())
    index: Flag = key("`true` lets search engines in", default=False)
