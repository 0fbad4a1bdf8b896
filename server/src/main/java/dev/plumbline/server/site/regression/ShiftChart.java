package dev.plumbline.server.site.regression;

import dev.plumbline.charts.picture.Theme;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.site.frame.PageTheme;
import dev.plumbline.server.site.part.ChangeCard;
import dev.plumbline.server.site.part.SeriesTitle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The trend of the series that moved most, around the shift, as a picture of its own.
 *
 * @param caption the series, and what it did
 * @param url the series' page
 * @param theme the reader's choice of colours
 * @param seriesId the series
 * @param from the hash of the first commit that is drawn, empty for all
 * @param links the project's addresses
 */
public record ShiftChart(String caption, String url, PageTheme theme, long seriesId, String from, Links links) {

    /** Of the wide picture, in pixels. */
    public static final int WIDTH = 1120;

    /** Of the wide picture, in pixels. */
    public static final int HEIGHT = 360;

    private static final int NARROW_WIDTH = 360;
    private static final int NARROW_HEIGHT = 300;
    private static final int PREVIEW_WIDTH = 1200;
    private static final int PREVIEW_HEIGHT = 630;

    /**
     * The chart of a series.
     *
     * @param from the hash of the first commit that is drawn, empty for all
     */
    static ShiftChart of(MovedSeries moved, String from, PageTheme theme, Links links) {
        ChangeCard.Moved shown = ChangeCard.Moved.of(moved, links);
        return new ShiftChart(
                SeriesTitle.of(moved.series()).line() + ": " + shown.before() + " \u2192 " + shown.after() + ", "
                        + shown.change() + (shown.words().isEmpty() ? "" : " " + shown.words()),
                shown.url(),
                theme,
                moved.series().seriesId(),
                from,
                links);
    }

    /** Whether the reader's system chooses between light and dark. */
    public boolean followsSystem() {
        return theme == PageTheme.SYSTEM;
    }

    /** The picture for wide screens in the chosen colours; in light ones if the system chooses. */
    public String wide() {
        return picture(".svg", chosen(), WIDTH, HEIGHT);
    }

    /** The same for narrow screens. */
    public String narrow() {
        return picture(".svg", chosen(), NARROW_WIDTH, NARROW_HEIGHT);
    }

    /** The picture for wide screens in dark colours. */
    public String wideDark() {
        return picture(".svg", Theme.DARK, WIDTH, HEIGHT);
    }

    /** The same for narrow screens. */
    public String narrowDark() {
        return picture(".svg", Theme.DARK, NARROW_WIDTH, NARROW_HEIGHT);
    }

    /** The picture as a PNG, in the size in which chats show it. */
    String preview() {
        return picture(".png", Theme.LIGHT, PREVIEW_WIDTH, PREVIEW_HEIGHT);
    }

    private String picture(String extension, Theme colours, int width, int height) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("theme", colours.name().toLowerCase(Locale.ROOT));
        query.put("width", String.valueOf(width));
        query.put("height", String.valueOf(height));
        query.put("from", from);
        return links.chart(seriesId, extension) + Links.query(query);
    }

    private Theme chosen() {
        return theme == PageTheme.DARK ? Theme.DARK : Theme.LIGHT;
    }
}
