package dev.plumbline.server.site.project;

import dev.plumbline.server.http.Links;
import dev.plumbline.server.regression.RegressionOverview;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.List;
import java.util.stream.Stream;

/** Makes the lines of the overview out of what was read. */
record Lines(RegressionOverview regressions, boolean manyEnvironments, Links links, SparklinePictures pictures) {

    /** The open ones. */
    List<RegressionLine> open() {
        return lines(regressions.open());
    }

    /** The others, those without any left out. */
    List<RegressionFold> folds() {
        return Stream.of(
                        fold(
                                regressions.suspected(),
                                "suspicion",
                                "",
                                "Only the newest runs show them. The next runs confirm or retract them.",
                                "?state=suspected"),
                        fold(
                                regressions.expected(),
                                "regression",
                                " expected",
                                "Somebody said that they are intended.",
                                "?state=expected"),
                        fold(regressions.fixed(), "regression", " fixed", "The level is back.", "?state=fixed"),
                        fold(
                                regressions.improvements(),
                                "improvement",
                                "",
                                "What got better, as later runs confirmed.",
                                "?state=confirmed&direction=better"))
                .filter(fold -> fold.total() > 0)
                .toList();
    }

    private RegressionFold fold(
            RegressionQueries.Listing listing, String noun, String words, String meaning, String query) {
        return new RegressionFold(
                Figures.count(listing.total(), noun) + words,
                meaning,
                lines(listing),
                links.regressions() + query,
                listing.total());
    }

    private List<RegressionLine> lines(RegressionQueries.Listing listing) {
        return listing.regressions().stream().map(this::line).toList();
    }

    private RegressionLine line(RegressionSummary change) {
        boolean isNew = !change.openedAt().isBefore(regressions.lately().since());
        return RegressionLine.of(change, isNew, manyEnvironments, regressions.histories(), links, pictures);
    }
}
