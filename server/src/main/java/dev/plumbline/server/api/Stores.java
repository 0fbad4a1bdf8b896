package dev.plumbline.server.api;

import dev.plumbline.server.history.CatalogTables;
import dev.plumbline.server.history.NoiseTables;
import dev.plumbline.server.history.PointTables;
import dev.plumbline.server.ingest.Ingest;
import dev.plumbline.server.ingest.Quarantine;
import dev.plumbline.server.judging.Thresholds;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.project.Tokens;
import dev.plumbline.server.project.TrustedRepositories;
import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.report.ChangeReports;
import dev.plumbline.server.report.Policies;
import dev.plumbline.server.report.RunTables;
import dev.plumbline.server.report.SeriesInRunQueries;
import dev.plumbline.server.report.UploadTables;

/**
 * What the API reads and writes.
 *
 * @param projects the projects
 * @param tokens their tokens
 * @param trust whose CI jobs they admit
 * @param quarantine whether they accept unauthenticated uploads, and what those are bound to
 * @param catalog what a project has
 * @param points the points of a series
 * @param noise by how much runs of the same code differ
 * @param seriesInRuns what single runs say about a series
 * @param runs runs, verdicts and regressions
 * @param uploads the documents that runs were uploaded in
 * @param ingest stores documents
 * @param jobs the waiting work
 * @param thresholds how projects want their runs judged
 * @param deliveries what waits to be sent to other services
 * @param policies what projects want reported on pull requests
 * @param reports what changes did
 */
public record Stores(
        Projects projects,
        Tokens tokens,
        TrustedRepositories trust,
        Quarantine quarantine,
        CatalogTables catalog,
        PointTables points,
        NoiseTables noise,
        SeriesInRunQueries seriesInRuns,
        RunTables runs,
        UploadTables uploads,
        Ingest ingest,
        Jobs jobs,
        Thresholds thresholds,
        Deliveries deliveries,
        Policies policies,
        ChangeReports reports) {}
