package dev.plumbline.server.page;

/** A page: a record whose template has the record as its only parameter. */
public sealed interface Page
        permits DeliveriesPage,
                NotificationsPage,
                ProblemPage,
                ProjectPage,
                ProjectsPage,
                PullRequestPage,
                PullRequestsPage,
                RegressionPage,
                RegressionsPage,
                RunPage,
                SeriesPage,
                SignInPage,
                BenchmarkPage {

    /** The template's path below the templates' folder. */
    String template();
}
