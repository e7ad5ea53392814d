"""Asks npm's yaml-language-server, as an editor does: messages of the Language Server Protocol."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO, Any, Self

SETTINGS = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "completion": True}}
"""It looks nothing up on the web."""

PATIENCE = 20  # seconds for all questions together


class LanguageServer:
    """A server for as long as a `with` lasts."""

    def __init__(self, node: str, packages: Path) -> None:
        program = packages / "yaml-language-server/bin/yaml-language-server"
        self.process = subprocess.Popen(
            [node, str(program), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.last = 0
        self.patience = Timer(PATIENCE, self.process.kill)  # nothing waits for ever for an answer

    def __enter__(self) -> Self:
        self.patience.start()
        completion = {"completionItem": {"documentationFormat": ["markdown"]}}
        abilities = {
            "textDocument": {"completion": completion},
            "workspace": {"configuration": True},
        }
        self.ask("initialize", processId=None, rootUri=None, capabilities=abilities)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=SETTINGS)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.patience.cancel()
        self.process.kill()
        self.process.communicate()

    def completions(self, file: Path, text: str) -> Mapping[str, Mapping[str, Any]]:
        """What is offered at the ‸ of a text in a file, by its label."""
        before, after = text.split("‸")
        line, character = before.count("\n"), len(before) - (before.rfind("\n") + 1)
        self.open(file, before + after)
        found = self.ask(
            "textDocument/completion",
            textDocument={"uri": file.as_uri()},
            position={"line": line, "character": character},
        )
        return {item["label"]: item for item in found["items"]}

    def problems(self, file: Path, text: str) -> list[str]:
        """What is said to be wrong with a text in a file."""
        self.open(file, text)
        for message in self.messages():
            told: Any = message.get("params")
            about = message.get("method") == "textDocument/publishDiagnostics" and told["uri"]
            if about == file.as_uri():
                return sorted(problem["message"] for problem in told["diagnostics"])
        raise AssertionError("the server has ended")

    def open(self, file: Path, text: str) -> None:
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)

    def ask(self, method: str, **parameters: object) -> Any:
        """The answer to a question."""
        self.last += 1
        self.send({"id": self.last, "method": method, "params": parameters})
        for message in self.messages():
            if message.get("id") == self.last and "method" not in message:
                assert "error" not in message, message
                return message["result"]
        raise AssertionError("the server has ended")

    def tell(self, method: str, **parameters: object) -> None:
        self.send({"method": method, "params": parameters})

    def send(self, message: Mapping[str, object]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = self.pipe(self.process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        pipe.flush()

    def messages(self) -> Iterator[dict[str, Any]]:
        """What the server says; its own questions are answered on the way."""
        pipe = self.pipe(self.process.stdout)
        while header := pipe.readline():
            length = int(header.split(b":")[1]) if header.startswith(b"Content-Length") else 0
            while pipe.readline().strip():
                pass  # other headers, and the empty line behind them
            message = json.loads(pipe.read(length))
            if "method" in message and "id" in message:
                self.send({"id": message["id"], "result": self.answer(message)})
            yield message

    def answer(self, question: Mapping[str, Any]) -> object:
        if question["method"] != "workspace/configuration":
            return None
        return [SETTINGS.get(item["section"], {}) for item in question["params"]["items"]]

    def pipe(self, pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None
        return pipe
