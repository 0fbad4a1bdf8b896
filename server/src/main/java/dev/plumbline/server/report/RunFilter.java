package dev.plumbline.server.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which runs are selected; an empty component selects everything.
 *
 * @param branch the branch's name, or {@code pull/12} for the head of a pull request
 * @param environment the environment's label
 * @param commit how the commit's hash begins
 * @param author a part of the author's name, whatever the case
 * @param verdict what was found
 * @param from the first day, in UTC
 * @param to the last day, in UTC
 */
public record RunFilter(
        String branch,
        String environment,
        String commit,
        String author,
        Optional<Verdict> verdict,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** Conditions on {@code run r} and {@code commit c}. */
    static final String CONDITIONS = """
            and (:branch = '' or r.branch_id in (
                select b.branch_id
                from branch b
                where b.project_id = :projectId
                    and case when b.pull_request is null then b.name else 'pull/' || b.pull_request end = :branch))
            and (:environment = '' or r.environment_id = (
                select e.environment_id from environment e where e.project_id = :projectId and e.label = :environment))
            and (:commit = '' or r.sha >= :commit and r.sha < :commit || 'g')
            and (:author = '' or position(lower(:author) in lower(c.author)) > 0)
            and (:from = '' or r.uploaded_at >= cast(nullif(:from, '') as timestamp) at time zone 'UTC')
            and (:to = '' or r.uploaded_at < cast(nullif(:to, '') as timestamp) at time zone 'UTC' + interval '1 day')
            and case :verdict
                when '' then true
                when 'regressed' then (r.summary ->> 'regressed')::integer > 0
                    or r.summary -> 'suite' ->> 'outcome' = 'regressed'
                when 'improved' then (r.summary ->> 'improved')::integer > 0
                    or r.summary -> 'suite' ->> 'outcome' = 'improved'
                when 'unchanged' then (r.summary ->> 'comparisons')::integer > 0
                    and (r.summary ->> 'regressed')::integer = 0 and (r.summary ->> 'improved')::integer = 0
                    and coalesce(r.summary -> 'suite' ->> 'outcome', '') not in ('regressed', 'improved')
                when 'missing' then r.absent > 0
                else r.judged_at is null or r.judged_uploads <> r.uploads
            end
        """;

    /** What was found in a run. Several may be true of one. */
    public enum Verdict {
        /** A series, or the suite, regressed. */
        REGRESSED,
        /** A series, or the suite, improved. */
        IMPROVED,
        /** Something was compared, and neither regressed nor improved. */
        UNCHANGED,
        /** Benchmarks are missing or failed. */
        MISSING,
        /** It waits to be judged, judging failed, or it is one side of a pair. */
        UNJUDGED;

        /** Lower case, as addresses have it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The verdict of a label; empty for any other text. */
        public static Optional<Verdict> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(verdict -> verdict.label().equals(label))
                    .findFirst();
        }
    }

    /** The parameters of {@link #CONDITIONS}, which are also those of an address. */
    public Map<String, String> parameters() {
        return Map.of(
                "branch", branch,
                "environment", environment,
                "commit", commit.toLowerCase(Locale.ROOT),
                "author", author,
                "verdict", verdict.map(Verdict::label).orElse(""),
                "from", from.map(LocalDate::toString).orElse(""),
                "to", to.map(LocalDate::toString).orElse(""));
    }
}
