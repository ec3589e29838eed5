"""What holds for every change, whatever stands in the files."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrsite.review import changes_of
from tests.review.sites import Files, reviewed, side
from tests.review.test_private import HIDDEN, ON_IT, PRIVATE
from tests.review.test_review import AFTER, BEFORE

FEW = settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
_POOL = [*BEFORE.items(), *AFTER.items(), (PRIVATE, HIDDEN), (PRIVATE.replace("board", "wards"), ON_IT)]


@st.composite
def sites(draw: st.DrawFn) -> Files:
    """Some files of a site, each as it was or as it is, in any order."""
    return dict(draw(st.lists(st.sampled_from(_POOL), min_size=1, unique_by=lambda file: file[0])))


@FEW
@given(sites())
def test_a_site_beside_itself_changes_nothing(files: Files) -> None:
    with TemporaryDirectory() as folder:
        review = reviewed(Path(folder), files, files)
        assert "Nothing changes in what people read on the site." in review.text
        assert not review.findings.new
        assert not review.findings.gone


@FEW
@given(sites(), st.randoms())
def test_the_order_of_files_is_no_matter(files: Files, chance: Random) -> None:
    turned = list(files.items())
    chance.shuffle(turned)
    with TemporaryDirectory() as folder:
        there = Path(folder)
        was, now = side(there / "a", files), side(there / "b", dict(turned))
        assert changes_of(was, now) == ()
        texts = {reviewed(there / name, BEFORE, after).text for name, after in (("c", files), ("d", dict(turned)))}
        assert len(texts) == 1
