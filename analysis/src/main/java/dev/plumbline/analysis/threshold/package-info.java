/**
 * What a project says about when a change counts: minimum effect and confidence of the default test, or a classic model in
 * its place, by benchmark, metric and environment.
 */
@NullMarked
package dev.plumbline.analysis.threshold;

import org.jspecify.annotations.NullMarked;
