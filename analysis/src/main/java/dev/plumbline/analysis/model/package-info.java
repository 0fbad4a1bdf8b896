/** The terms of the field as values: benchmark, metric, unit, fork, result. Knows no file format and no database. */
@NullMarked
package dev.plumbline.analysis.model;

import org.jspecify.annotations.NullMarked;
