package dev.plumbline.server.site.series;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.model.UnitScale;
import dev.plumbline.analysis.text.Quantity;
import dev.plumbline.charts.scale.AxisUnit;
import dev.plumbline.charts.scale.PlainNumbers;

/**
 * The unit of a series on the axis of its chart, with the prefix that a typical value has everywhere. Where prefixes don't suffice, a
 * power of ten is put before the unit, so that the numbers on the axis stay short.
 *
 * @param base the unit of the values, for example {@code s/op}
 */
record ChartUnit(String base) implements AxisUnit {

    private static final double SHORTEST = 1e-3;
    private static final double LONGEST = 1e6;

    @Override
    public Scale scale(double typical) {
        UnitScale scale = Unit.of(base).scale(typical);
        double size = Math.abs(typical) * scale.factor();
        if (size < Double.MIN_NORMAL || (size >= SHORTEST && size < LONGEST)) {
            return new Scale(scale.label(), scale.factor(), this::describe);
        }
        int power = 3 * (int) Math.floor(Math.log10(size) / 3 + 1e-9);
        String label = ("×10" + PlainNumbers.superscript(power) + " " + scale.label()).strip();
        return new Scale(label, scale.factor() * Math.pow(10, -power), this::describe);
    }

    private String describe(double value) {
        return Quantity.format(value, base);
    }
}
