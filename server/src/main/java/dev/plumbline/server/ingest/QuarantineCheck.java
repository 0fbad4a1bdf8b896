package dev.plumbline.server.ingest;

import java.util.Locale;

/**
 * What was found out about a quarantined run's binding.
 *
 * @param verified whether it is confirmed
 * @param why a sentence that says more
 * @param later whether asking again may find out more
 */
public record QuarantineCheck(Verified verified, String why, boolean later) {

    /** Whether a binding is confirmed. */
    public enum Verified {
        /** The forge agrees. */
        FORGE,
        /** Nobody was asked, or nobody answered. */
        UNVERIFIED,
        /** The forge disagrees. */
        REFUSED;

        /** The word in the API and in the database. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The forge agrees. */
    public static QuarantineCheck holds(String why) {
        return new QuarantineCheck(Verified.FORGE, why, false);
    }

    /** It is not known. */
    public static QuarantineCheck unknown(String why, boolean later) {
        return new QuarantineCheck(Verified.UNVERIFIED, why, later);
    }

    /** The forge disagrees. */
    public static QuarantineCheck refused(String why) {
        return new QuarantineCheck(Verified.REFUSED, why, false);
    }
}
