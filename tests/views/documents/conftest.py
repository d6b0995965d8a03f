"""Viewers for tests: real files, a real drawing process, and nothing left of it afterwards."""

import multiprocessing
from collections.abc import Callable, Iterator

import pytest

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.documents.canvas import Canvas
from desktop.views.documents.renderer import Renderer
from desktop.views.documents.view import View
from desktop.views.documents.viewer import DocumentViewer
from tests.builders.viewed_documents import Files, arrived, at_once
from tests.builders.viewed_files import PDF, a_pdf


@pytest.fixture(scope="module")
def renderer(qapp) -> Iterator[Renderer]:
    """One drawing process for the tests of a module; the window's own may live beside it."""
    before = set(multiprocessing.active_children())
    one = Renderer()
    yield one
    one.shut_down()
    one.deleteLater()
    assert set(multiprocessing.active_children()) <= before


@pytest.fixture
def renderer_of(qapp) -> Iterator[Callable[..., Renderer]]:
    """Make a renderer with limits of one's own."""
    before = set(multiprocessing.active_children())
    made: list[Renderer] = []

    def make(limits=None) -> Renderer:
        made.append(Renderer(limits))
        return made[-1]

    yield make
    for one in made:
        one.shut_down()
        one.deleteLater()
    assert set(multiprocessing.active_children()) == before


MakeViewer = Callable[..., DocumentViewer]


@pytest.fixture
def viewer_of(qtbot, worn, renderer) -> MakeViewer:
    """Show a viewer of documents whose files are given by key."""

    def make(files: Files, documents, memory=None, language=Language.PERSIAN, drawn_by=None, size=(760, 700)):
        memory = {} if memory is None else memory
        viewer = DocumentViewer(Words(language), files, memory, at_once, drawn_by or renderer)
        qtbot.addWidget(viewer)
        viewer.resize(*size)
        viewer.show_documents(documents)
        viewer.show()
        return viewer

    return make


@pytest.fixture
def canvas_of(qtbot, worn, renderer):
    def make(key="lease", data=None, view=None, media_type=PDF, size=(500, 600)):
        opened = []
        data = a_pdf(5) if data is None else data
        renderer.open(key, data, media_type, opened.append, opened.append)
        qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
        renderer.hold(key)
        canvas = Canvas(renderer)
        qtbot.addWidget(canvas)
        canvas.resize(*size)
        canvas.show()
        canvas.show_document(key, opened[0].sizes, view or View())
        arrived(qtbot, canvas)
        return canvas

    return make


@pytest.fixture
def shown(qtbot):
    def wait(viewer, page=1):
        canvas = viewer.pane.canvas
        qtbot.waitUntil(lambda: viewer.page == page and canvas._is_up_to_date(), timeout=30_000)

    return wait


@pytest.fixture
def told(qtbot):
    def wait(viewer):
        qtbot.waitUntil(viewer.pane.failure.isVisible, timeout=30_000)
        return viewer.pane.failure.sentence

    return wait
