"""What the window asks of the drawing process, each as something that can wait its turn."""

from dataclasses import dataclass

from desktop.services.page_images.differences import Box
from desktop.services.page_images.drawing import Drawing
from desktop.services.page_images.process import Opened, RenderingProcess
from desktop.views.documents.waiting import Job, Urgency


@dataclass(eq=False)
class Start(Job):
    """Have the process ready before the first document comes."""

    def done_by(self, process: RenderingProcess, place: int) -> None:  # noqa: ARG002 - needs no place
        """Start it."""
        process.start()


@dataclass(eq=False, kw_only=True)
class Open(Job):
    """Open a document."""

    key: str
    data: bytes
    media_type: str

    def done_by(self, process: RenderingProcess, place: int) -> Opened:  # noqa: ARG002 - needs no place
        """How many pages there are, and how large."""
        return process.open(self.key, self.data, self.media_type)


@dataclass(eq=False, kw_only=True)
class Close(Job):
    """Let a document go."""

    key: str

    def done_by(self, process: RenderingProcess, place: int) -> None:  # noqa: ARG002 - needs no place
        """Nothing is answered."""
        process.close(self.key)


@dataclass(eq=False, kw_only=True)
class Draw(Job):
    """Draw a page, or a part of it."""

    key: str
    page: int
    drawing: Drawing

    def done_by(self, process: RenderingProcess, place: int) -> int:
        """The place of the shared memory in which the picture lies now."""
        process.draw(self.key, self.page, self.drawing, place)
        return place


@dataclass(eq=False, kw_only=True)
class Read(Job):
    """Read the words of a page."""

    key: str
    page: int

    def done_by(self, process: RenderingProcess, place: int) -> str:  # noqa: ARG002 - needs no place
        """The words; a scan has none."""
        return process.text(self.key, self.page)


@dataclass(eq=False, kw_only=True)
class Compare(Job):
    """Find where a page differs from the same page of another version."""

    key: str
    other: str
    page: int

    def done_by(self, process: RenderingProcess, place: int) -> list[Box]:  # noqa: ARG002 - needs no place
        """The places that differ, in shares of the page."""
        return process.differences(self.key, self.other, self.page)


def draw(key: str, page: int, drawing: Drawing, urgency: Urgency) -> Draw:
    """A request for a picture, named by what it shows."""
    return Draw((key, page, drawing), urgency, key=key, page=page, drawing=drawing)
