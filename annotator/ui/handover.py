"""One window per library: a second start hands its files to the first over a local socket of this user's own."""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1500
_LONGEST = 1_000_000
"""Bytes of a message: some thousand paths."""


def _name(library: Path) -> str:
    """The socket's name: one for each user and library."""
    return "annotator-" + sha256(str(library.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]


def hand_over(library: Path, files: Sequence[Path]) -> bool:
    """Give the files to the window that has this library open; whether there was one that took them."""
    socket = QLocalSocket()
    socket.connectToServer(_name(library))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(json.dumps([str(file.absolute()) for file in files]).encode("utf-8", "surrogateescape") + b"\n")
    socket.flush()
    taken = socket.waitForReadyRead(_WAIT_MS) and bytes(socket.readAll().data()).startswith(b"ok")
    socket.disconnectFromServer()
    return taken


class Receiver(QObject):
    """Listens for second starts: received(list of paths), empty where only the window is wanted."""

    received = Signal(list)

    def __init__(self, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        name = _name(library)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a killed window: the library's lock says that it is gone
            self._server.listen(name)

    def close(self) -> None:
        """Hear no more."""
        self._server.close()

    def _welcome(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            self._read_from(socket)

    def _read(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        self._read_from(socket)

    def _read_from(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _LONGEST:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        try:
            names = json.loads(bytes(socket.readLine().data()))
            paths = [Path(name) for name in names]
        except (ValueError, TypeError):
            socket.abort()
            return
        socket.write(b"ok\n")
        socket.flush()
        self.received.emit(paths)
