"""A bucket holds the release and nothing else; each page is there only after what it needs, and nothing old stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from plugins.hosts import NotOnline, host
from plugins.hosts.s3 import S3
from tests.hosts.conftest import Lay

boto3 = pytest.importorskip("boto3", reason="boto3 is not installed")
moto = pytest.importorskip("moto.server", reason="moto is not installed")

OLD = {
    "index.html": "<p>old</p>",
    "static/a.1.js": "a",
    "stories/first-keys/index.html": "<p>her words</p>",
    "feeds/all.xml": "<rss/>",
    "index.html.gz": "packed",
}
RULES = """\
/static/*
  Cache-Control: public, max-age=31536000, immutable

/feeds/*.xml
  Content-Type: application/xml
"""
NEW = {"index.html": "<p>new</p>", "static/a.1.js": "a", "static/b.2.js": "b", "feeds/all.xml": "<rss></rss>"}


@pytest.fixture(scope="module")
def storage() -> Iterator[str]:
    """Give the address of storage on this machine."""
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def client(storage: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give somebody who looks into an empty bucket."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    made = boto3.client("s3", endpoint_url=storage, region_name="eu-west-2")
    if "site" in [one["Name"] for one in made.list_buckets()["Buckets"]]:
        for one in made.list_object_versions(Bucket="site").get("Versions", ()):
            made.delete_object(Bucket="site", Key=one["Key"], VersionId=one["VersionId"])
        made.delete_bucket(Bucket="site")
    made.create_bucket(Bucket="site", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
    return made


@pytest.fixture
def bucket(storage: str) -> S3:
    """Give the bucket as a host."""
    return S3(bucket="site", endpoint=storage)


def keys(client: Any) -> set[str]:
    """Give what the bucket holds."""
    return {one["Key"] for one in client.list_objects_v2(Bucket="site").get("Contents", ())}


def test_the_bucket_holds_the_release_and_says_of_each_file_what_it_is(bucket: S3, client: Any, lay: Lay) -> None:
    bucket.put_online(*lay(1, {**OLD, "_headers": RULES}), [])
    assert keys(client) == OLD.keys() - {"index.html.gz"}
    page, script = (client.head_object(Bucket="site", Key=key) for key in ("index.html", "static/a.1.js"))
    assert (page["ContentType"], page["CacheControl"]) == ("text/html; charset=utf-8", "no-cache")
    assert script["CacheControl"] == "public, max-age=31536000, immutable"
    assert client.head_object(Bucket="site", Key="feeds/all.xml")["ContentType"] == "application/xml"


def test_what_pages_need_comes_first_and_what_is_gone_goes_last(
    bucket: S3, client: Any, lay: Lay, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket.put_online(*lay(1, OLD), [])
    steps: list[str] = []
    made = bucket._client

    def watched() -> Any:
        found, failed = made()
        found.meta.events.register("before-call.s3.PutObject", lambda params, **_: steps.append(params["url_path"]))
        found.meta.events.register("before-call.s3.DeleteObjects", lambda **_: steps.append("delete"))
        return found, failed

    monkeypatch.setattr(S3, "_client", lambda _: watched())
    bucket.put_online(*lay(2, NEW), [])
    assert [step.removeprefix("/site/").removeprefix("/") for step in steps] == [
        "static/b.2.js",
        "index.html",
        "feeds/all.xml",
        "delete",
    ]
    assert keys(client) == NEW.keys()


def test_no_older_version_of_anything_is_kept(bucket: S3, client: Any, lay: Lay) -> None:
    client.put_bucket_versioning(Bucket="site", VersioningConfiguration={"Status": "Enabled"})
    bucket.put_online(*lay(1, OLD), [])
    bucket.put_online(*lay(2, NEW), [])
    found = client.list_object_versions(Bucket="site")
    assert {one["Key"] for one in found["Versions"]} == NEW.keys()
    assert len(found["Versions"]) == len(NEW)
    assert "DeleteMarkers" not in found


def test_a_bucket_that_is_not_there_is_said_in_words(storage: str, client: Any, lay: Lay) -> None:  # noqa: ARG001 - it sets who asks
    with pytest.raises(NotOnline, match="nobodys-bucket could not be brought up to date"):
        host({"kind": "s3", "bucket": "nobodys-bucket", "endpoint": storage}).put_online(*lay(1, NEW), [])


def test_what_else_is_in_the_bucket_is_left_alone_beside_a_prefix(storage: str, client: Any, lay: Lay) -> None:
    client.put_object(Bucket="site", Key="other/file.txt", Body=b"not ours")
    S3(bucket="site", endpoint=storage, prefix="site/").put_online(*lay(1, NEW), [])
    assert keys(client) == {"other/file.txt", *(f"site/{path}" for path in NEW)}
