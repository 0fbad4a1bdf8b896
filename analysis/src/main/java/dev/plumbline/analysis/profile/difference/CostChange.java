package dev.plumbline.analysis.profile.difference;

/**
 * How a cost differs between two sides.
 *
 * @param base on the base: a share from 0 to 1, a weight per operation, or a count
 * @param head the same on the head
 * @param low the lower end of the interval of the difference; NaN if chance can't be told
 * @param high its upper end
 * @param pValue of no difference, corrected for all functions; NaN if chance can't be told, or too few samples are there
 * @param finding what can be said
 */
public record CostChange(double base, double head, double low, double high, double pValue, Finding finding) {

    /** What can be said of a difference. */
    public enum Finding {
        /** The head spends more, beyond chance. */
        HOTTER("hotter"),
        /** The head spends less, beyond chance. */
        COLDER("colder"),
        /** Within chance, or the same. */
        UNPROVEN("unproven");

        private final String label;

        Finding(String label) {
            this.label = label;
        }

        /** Its name in output. */
        public String label() {
            return label;
        }
    }

    /** A difference of counts that are exact. */
    static CostChange exact(double base, double head) {
        Finding finding = head > base ? Finding.HOTTER : head < base ? Finding.COLDER : Finding.UNPROVEN;
        return new CostChange(base, head, head - base, head - base, Double.NaN, finding);
    }

    /** By how much the head is larger. */
    public double difference() {
        return head - base;
    }
}
