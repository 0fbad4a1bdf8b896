package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the reader of a change's page has to know before anything else. */
final class ChangeWarnings {

    private ChangeWarnings() {}

    static List<String> of(ChangeReport report) {
        List<String> warnings = new ArrayList<>();
        for (EnvironmentReport environment : report.environments()) {
            if (!environment.baseline().elsewhere().isEmpty()) {
                warnings.add("Base and head were measured in different environments, which are never compared: head in "
                        + Printable.line(environment.environment()) + ", " + Printable.line(report.baseBranch())
                        + " in "
                        + Printable.line(
                                String.join(", ", environment.baseline().elsewhere())) + ".");
            }
            if (!environment.observed().isEmpty()) {
                warnings.add("Base and head were not measured under the same conditions in "
                        + Printable.line(environment.environment()) + ": "
                        + environment.observed().stream()
                                .map(difference ->
                                        SuiteReport.name(difference.field()) + " " + Printable.line(difference.before())
                                                + " → " + Printable.line(difference.after()))
                                .collect(Collectors.joining("; "))
                        + ".");
            }
        }
        if (report.quarantined()) {
            warnings.add(
                    "Quarantined: nobody vouches for these numbers. They decide nothing and never become a baseline.");
        }
        return warnings;
    }
}
