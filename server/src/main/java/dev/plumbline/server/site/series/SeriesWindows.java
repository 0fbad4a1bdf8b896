package dev.plumbline.server.site.series;

import dev.plumbline.server.site.frame.CommitView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The parts of a series that its page leads to from the one that is shown. */
final class SeriesWindows {

    private static final int[] LENGTHS = {30, 100, 300};

    private final SeriesView view;
    private final SeriesAddress here;
    private final String url;

    SeriesWindows(SeriesView view, String url) {
        this.view = view;
        this.here = SeriesAddress.of(view);
        this.url = url;
    }

    /** The whole, and its newest parts by time and by number. */
    List<SeriesPage.Link> newest() {
        List<MeasuredCommit> commits = view.commits();
        List<SeriesPage.Link> links = new ArrayList<>();
        links.add(link("All", "", ""));
        addSince(links, "Last week", Duration.ofDays(7));
        addSince(links, "Last month", Duration.ofDays(30));
        for (int length : LENGTHS) {
            if (commits.size() > length) {
                links.add(link("Last " + length, sha(commits.size() - length), ""));
            }
        }
        return links;
    }

    /** Since a day, counted back from the newest commit; left out if that is everything. */
    private void addSince(List<SeriesPage.Link> links, String label, Duration length) {
        List<MeasuredCommit> commits = view.commits();
        if (commits.isEmpty()) {
            return;
        }
        Instant since = commits.getLast().time().minus(length);
        if (commits.get(0).time().isBefore(since)) {
            links.add(link(label, since.atOffset(ZoneOffset.UTC).toLocalDate().toString(), ""));
        }
    }

    /** Half a window back, half a window on, and a window twice as long around this one; none if everything is shown. */
    List<SeriesPage.Link> moves() {
        int count = view.commits().size();
        int first = view.first();
        int last = view.last();
        int length = last - first + 1;
        List<SeriesPage.Link> links = new ArrayList<>();
        if (length <= 0 || length == count) {
            return links;
        }
        int step = Math.max(1, length / 2);
        if (first > 0) {
            int start = Math.max(0, first - step);
            links.add(window("← Earlier", start, start + length - 1));
        }
        if (last < count - 1) {
            int end = Math.min(count - 1, last + step);
            links.add(window("Later →", end - length + 1, end));
        }
        links.add(window("Zoom out", first - step, last + step));
        return links;
    }

    /** The two axes. */
    List<SeriesPage.Link> axes() {
        boolean byTime = view.zoom().byTime();
        return List.of(
                new SeriesPage.Link("By commit", url + here.along("").query(), !byTime),
                new SeriesPage.Link("By time", url + here.along("time").query(), byTime));
    }

    private SeriesPage.Link window(String label, int first, int last) {
        int count = view.commits().size();
        return link(label, first <= 0 ? "" : sha(first), last >= count - 1 ? "" : sha(last));
    }

    private SeriesPage.Link link(String label, String from, String to) {
        SeriesAddress there = here.part(from, to);
        return new SeriesPage.Link(label, url + there.query(), there.equals(here));
    }

    private String sha(int index) {
        return CommitView.abbreviated(view.commits().get(index).commit().sha());
    }
}
