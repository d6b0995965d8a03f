"""Where statuses stand and steps run: nothing lies on anything else, and every step joins its two ends."""

from itertools import pairwise

import pytest

from desktop.views.schemes.course_layout import plan_of

WIDTHS = (90, 140, 200)


@pytest.fixture
def graph(page):
    return page.graph


@pytest.fixture
def plan(graph):
    return plan_of(graph, [WIDTHS[place % 3] for place in range(len(graph.nodes))])


def overlap(one, other):
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def ends(path):
    return path[0].begin, path[-1].end


def test_no_status_lies_on_another_and_all_lie_within_the_whole(plan):
    boxes = list(plan.boxes)
    assert not [(a, b) for place, a in enumerate(boxes) for b in boxes[place + 1 :] if overlap(a, b)]
    assert all(box.x > 0 and box.y > 0 for box in boxes)
    assert all(box.x + box.width < plan.width and box.y + box.height < plan.height for box in boxes)


def test_statuses_of_a_higher_rank_stand_nearer_to_the_end(graph, plan):
    for one, box in zip(graph.nodes, plan.boxes, strict=True):
        for other, further in zip(graph.nodes, plan.boxes, strict=True):
            assert (one.rank < other.rank) == (box.x + box.width < further.x)


def test_every_step_touches_the_sides_of_its_two_statuses(graph, plan):
    boxes = {node.code: box for node, box in zip(graph.nodes, plan.boxes, strict=True)}
    for edge, path in zip(graph.edges, plan.paths, strict=True):
        for code, point in zip((edge.from_status, edge.to_status), ends(path), strict=True):
            box = boxes[code]
            assert point.x in {box.x, box.x + box.width}
            assert box.y < point.y < box.y + box.height


def test_no_two_steps_leave_or_arrive_at_the_same_point(plan):
    points = [point for path in plan.paths for point in ends(path)]
    assert len(set(points)) == len(points)


def test_a_path_is_whole(plan):
    for path in plan.paths:
        for curve, following in pairwise(path):
            assert curve.end == following.begin


def test_a_step_over_a_column_goes_between_its_statuses(graph, plan):
    passing = [path for path in plan.paths if len(path) > 1]
    assert passing
    for path in passing:
        for curve in path:
            across = curve.begin.y == curve.end.y
            inside = [
                box
                for box in plan.boxes
                if across
                and box.y < curve.begin.y < box.y + box.height
                and min(curve.begin.x, curve.end.x) <= box.x
                and box.x + box.width <= max(curve.begin.x, curve.end.x)
            ]
            assert not inside


def test_a_larger_text_makes_everything_larger_alike(graph):
    widths = [100.0] * len(graph.nodes)
    small, large = plan_of(graph, widths), plan_of(graph, [2 * wide for wide in widths], 2.0)
    assert large.height == pytest.approx(2 * small.height)
    assert large.width == pytest.approx(2 * small.width)
