package dev.plumbline.generator.suite;

import java.util.List;

/**
 * A class of benchmarks, as the catalogue describes it.
 *
 * @param module the package below the project's, which is also the build's module
 * @param name the class
 * @param methods its methods
 * @param kind the name of a parameter with words as its values; empty: none
 * @param kinds the values
 * @param nanos what the first method takes with the smallest size
 * @param bytes what it allocates then
 * @param mode mode and unit
 * @param noise how its times scatter
 */
record SuiteClass(
        String module,
        String name,
        List<String> methods,
        String kind,
        List<String> kinds,
        double nanos,
        double bytes,
        JmhMode mode,
        NoiseClass noise) {

    String className() {
        return Suite.PACKAGE + "." + module + "." + name;
    }
}
