import threading

import pytest

from annotator.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


def test_work_is_done_off_the_windows_thread(jobs, qtbot):
    job = jobs.run(lambda _report: threading.current_thread() is threading.main_thread())
    with qtbot.waitSignal(job.finished) as finished:
        pass

    assert finished.args == [False]


def test_what_work_raises_comes_back(jobs, qtbot):
    def work(_report):
        raise ValueError("no")

    job = jobs.run(work)
    with qtbot.waitSignal(job.failed) as failed:
        pass

    assert isinstance(failed.args[0], ValueError)


def test_a_cancelled_job_ends_at_its_next_report(jobs, qtbot):
    started, go = threading.Event(), threading.Event()

    def work(report):
        started.set()
        go.wait(5)
        report(1, 2)
        return "not reached"

    job = jobs.run(work)
    started.wait(5)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
        go.set()

    assert jobs.busy == 0


def test_slices_end_with_the_value_of_the_generator(jobs, qtbot):
    def steps():
        for done in range(1000):
            yield done, 1000
        return "whole"

    job = jobs.pump(steps())
    with qtbot.waitSignal(job.finished) as finished:
        pass

    assert finished.args == ["whole"]


def endless(closed):
    try:
        while True:
            yield 0, 1
    finally:
        closed.append(True)


def test_closing_leaves_no_slices_half_done(jobs, qtbot):
    closed = []
    job = jobs.pump(endless(closed))
    with qtbot.waitSignal(job.progressed):
        pass
    jobs.close()

    assert closed == [True]


def test_cancelling_slices_closes_the_generator(jobs, qtbot):
    closed = []
    job = jobs.pump(endless(closed))
    with qtbot.waitSignal(job.progressed):
        pass
    with qtbot.waitSignal(job.cancelled):
        job.cancel()

    assert closed == [True]
