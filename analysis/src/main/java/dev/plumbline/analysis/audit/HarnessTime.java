package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.Unit;

/** A duration as the harness prints it: {@code 10 s}, {@code 50 ms}, {@code single-shot}. */
final class HarnessTime {

    private HarnessTime() {}

    /** The seconds, NaN if the text isn't a duration. */
    static double seconds(String text) {
        int blank = text.indexOf(' ');
        if (blank < 1 || blank > 18) {
            return Double.NaN;
        }
        for (int i = 0; i < blank; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return Double.NaN;
            }
        }
        Unit unit = Unit.of(text.substring(blank + 1));
        return unit.base().equals("s") ? Double.parseDouble(text.substring(0, blank)) * unit.factor() : Double.NaN;
    }
}
