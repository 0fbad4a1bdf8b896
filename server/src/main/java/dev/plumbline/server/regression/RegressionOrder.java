package dev.plumbline.server.regression;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order regressions are listed. */
public enum RegressionOrder {
    /** Those that need attention first, then the latest found. */
    OPEN("Open first", """
        open desc, g.status = 'suspected' desc, g.opened_at desc
        """),
    /** The latest found first. */
    NEWEST("Newest first", "g.opened_at desc"),
    /** The earliest found first. */
    OLDEST("Oldest first", "g.opened_at"),
    /** The largest shift first. */
    LARGEST("Largest first", """
        coalesce(abs(ln(greatest(shift.ratio, 1e-300))), (
            select max(abs(ln(greatest(p.ratio, 1e-300))))
            from change_point p
            where p.project_id = g.project_id and p.regression_id = g.regression_id)) desc nulls last
        """);

    private final String words;
    private final String columns;

    RegressionOrder(String words, String columns) {
        this.words = words;
        this.columns = columns;
    }

    /** As people read it. */
    public String words() {
        return words;
    }

    /** As addresses have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of a label; empty where there is none such. */
    public static Optional<RegressionOrder> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(order -> order.label().equals(label))
                .findFirst();
    }

    /** The columns of {@code regression g} and {@code environment_shift shift} to order by. */
    String columns() {
        return columns;
    }
}
