"""Storage that speaks S3: what pages need first, then pages, then what tells of them, and what is gone last.

A bucket has no step in which all changes at once, so a visitor may meet an old page beside a new one for a moment;
the order sees to it that each finds what it needs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from plugins.hosts.host import NotOnline
from plugins.hosts.said import Said
from plugins.releases.release import Release

AT_ONCE, MOST = 8, 1000
"""So many files are sent at once; so many are deleted with one request (S3 API, DeleteObjects)."""
_TELLING = ("feeds/", "sitemap", "search/", "calendars/", "robots.txt", "sw.js")
_NOT_SENT = (".gz", ".br", "_headers")
"""A bucket hands out one file for each name; what stands before it compresses."""


class S3(BaseModel):
    """A bucket; who may write to it, the environment says (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bucket: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    prefix: Annotated[str, Field(pattern=r"^([a-z0-9._-]+/)*$")] = ""
    """Where in the bucket the site begins: nothing, or ``site/``. Whatever else lies below it is deleted."""
    endpoint: str = ""
    """The storage's address, where it is not Amazon's."""
    region: str = "eu-west-2"

    def put_online(self, release: Release, folder: Path, keep: Collection[Release]) -> None:  # noqa: ARG002 - it has one
        """Make the bucket hold a release and nothing else, and no older version of any file (see ``Host``)."""
        client, failed = self._client()
        try:
            there = dict(self._there(client))
            files = [path for path in release.everything if not path.endswith(_NOT_SENT)]
            said = Said.of(folder)
            for _, together in groupby(sorted(files, key=lambda path: (_turn(path), path)), key=_turn):
                self._send_all(client, folder, together, there, said)
            gone = there.keys() - {self.prefix + path for path in files}
            self._delete(client, [{"Key": key} for key in sorted(gone)])
            self._forget(client)
        except failed as error:
            again = "Some of the new site may be there already: put right what is wrong, and publish again."
            raise NotOnline(f"The bucket {self.bucket} could not be brought up to date: {error}\n{again}") from None

    def _client(self) -> tuple[Any, tuple[type[Exception], ...]]:
        try:
            import boto3  # noqa: PLC0415 - an extra, and slow to load
            import botocore.exceptions as wrong  # noqa: PLC0415
            from boto3.exceptions import Boto3Error  # noqa: PLC0415
        except ImportError:
            message = "A bucket needs boto3: .venv/bin/pip install -e '.[s3]'. Visitors see what they saw before."
            raise NotOnline(message) from None
        client = boto3.client("s3", endpoint_url=self.endpoint or None, region_name=self.region)
        return client, (wrong.BotoCoreError, wrong.ClientError, Boto3Error)

    def _there(self, client: Any) -> Iterator[tuple[str, str]]:
        """Give what the bucket holds: each key, with the MD5 of what was sent there in one piece."""
        for page in client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix):
            for one in page.get("Contents", ()):
                yield one["Key"], one["ETag"].strip('"')

    def _send_all(self, client: Any, folder: Path, paths: Iterable[str], there: dict[str, str], said: Said) -> None:
        with ThreadPoolExecutor(AT_ONCE) as several:
            list(several.map(lambda path: self._send(client, folder, path, there, said), paths))

    def _send(self, client: Any, folder: Path, path: str, there: dict[str, str], said: Said) -> None:
        data, key = (folder / path).read_bytes(), self.prefix + path
        if there.get(key) != hashlib.md5(data, usedforsecurity=False).hexdigest():
            client.put_object(
                Bucket=self.bucket,
                Key=key,
                Body=data,
                ContentType=said.kind(path),
                CacheControl=said.kept(path),
            )

    def _forget(self, client: Any) -> None:
        """Delete older versions where the bucket keeps them: a story that was taken back may be in one."""
        if not client.get_bucket_versioning(Bucket=self.bucket).get("Status"):
            return
        versions, marks = [], []
        for page in client.get_paginator("list_object_versions").paginate(Bucket=self.bucket, Prefix=self.prefix):
            versions += [_version(one) for one in page.get("Versions", ()) if not one["IsLatest"]]
            marks += [_version(one) for one in page.get("DeleteMarkers", ())]
        self._delete(client, versions)  # first: without its mark, the last of them would be seen again
        self._delete(client, marks)

    def _delete(self, client: Any, these: Sequence[Mapping[str, str]]) -> None:
        for start in range(0, len(these), MOST):
            some = these[start : start + MOST]
            done = client.delete_objects(Bucket=self.bucket, Delete={"Objects": some, "Quiet": True})
            for error in done.get("Errors", ()):
                raise NotOnline(f"{error['Key']} could not be deleted from {self.bucket}: {error['Message']}")


def _version(one: Mapping[str, Any]) -> dict[str, str]:
    return {"Key": one["Key"], "VersionId": one["VersionId"]}


def _turn(path: str) -> int:
    """Say when a file is sent: what pages need, pages, what tells of them."""
    if path.startswith(_TELLING):
        return 2
    return int(path.endswith(".html"))
