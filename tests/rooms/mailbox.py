"""A relay that takes every letter and keeps it: as much of SMTP (RFC 5321) as one client needs."""

from __future__ import annotations

import contextlib
import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """Where it listens, and what it got."""

    port: int = 0
    letters: list[str] = field(default_factory=list)
    came: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def next(self) -> str:
        """Wait for the next letter; give it."""
        assert self.came.acquire(timeout=30), "no letter came"
        return self.letters[-1]


@contextlib.contextmanager
def mailbox() -> Iterator[Mailbox]:
    """Give a relay on a free port of this machine."""
    kept = Mailbox()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 here\r\n")
            for line in self.rfile:
                verb = line.split()[0].upper()
                if verb == b"DATA":
                    self.wfile.write(b"354 go on\r\n")
                    lines = iter(self.rfile.readline, b".\r\n")
                    kept.letters.append(b"".join(lines).decode())
                    kept.came.release()
                self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 yes\r\n")

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    kept.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()
