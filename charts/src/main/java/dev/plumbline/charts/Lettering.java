package dev.plumbline.charts;

/**
 * How a text is set.
 *
 * @param size in CSS pixels
 * @param bold semi-bold rather than regular
 * @param anchor which part of the text stands at the given place
 */
record Lettering(double size, boolean bold, Anchor anchor) {

    /** The part of a text that stands at the place given for it. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        /** The value of SVG's {@code text-anchor}. */
        String svg() {
            return switch (this) {
                case START -> "start";
                case MIDDLE -> "middle";
                case END -> "end";
            };
        }

        /** How far left of the given place a text begins, as a share of its width. */
        double share() {
            return switch (this) {
                case START -> 0;
                case MIDDLE -> 0.5;
                case END -> 1;
            };
        }
    }

    static Lettering regular(double size) {
        return new Lettering(size, false, Anchor.START);
    }

    static Lettering bold(double size) {
        return new Lettering(size, true, Anchor.START);
    }

    Lettering anchored(Anchor at) {
        return new Lettering(size, bold, at);
    }
}
