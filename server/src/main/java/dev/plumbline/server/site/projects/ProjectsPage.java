package dev.plumbline.server.site.projects;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import java.util.List;
import java.util.Optional;

/**
 * All projects that the reader may see.
 *
 * @param frame what surrounds it
 * @param projects the project with the latest run first
 * @param createCommand how to create the first project
 */
public record ProjectsPage(PageFrame frame, List<Entry> projects, String createCommand) implements Page {

    public ProjectsPage {
        projects = List.copyOf(projects);
    }

    /**
     * One project.
     *
     * @param name for people
     * @param slug in addresses
     * @param url of its overview
     * @param isPrivate whether reading it requires a token
     * @param size how many benchmarks
     * @param lastRun when the last run was uploaded
     * @param openRegressions regressions that somebody should still look at
     */
    public record Entry(
            String name,
            String slug,
            String url,
            boolean isPrivate,
            String size,
            Optional<Moment> lastRun,
            long openRegressions) {}

    /**
     * The page of some projects.
     *
     * @param address the address of this server
     */
    public static ProjectsPage of(PageFrame frame, List<ProjectListQueries.Listing> listings, String address) {
        return new ProjectsPage(
                frame, listings.stream().map(ProjectsPage::entry).toList(), FirstUpload.createProject(address));
    }

    private static Entry entry(ProjectListQueries.Listing listing) {
        return new Entry(
                Printable.line(listing.project().name()),
                listing.project().slug(),
                new Links(listing.project().slug()).project(),
                !listing.project().isPublic(),
                Figures.count(listing.benchmarks(), "benchmark"),
                listing.lastRunAt().map(Moment::of),
                listing.openRegressions());
    }

    @Override
    public String template() {
        return "projects.jte";
    }
}
