/**
 * What Criterion, cargo-criterion and libtest write: the folder {@code target/criterion}, lines of messages, and texts.
 *
 * <p>A result has one fork, the process that {@code cargo bench} starts, and its iterations are the samples: time over
 * iterations. The fork's value is their median, which Criterion estimates too. What Criterion prints is the slope of a line
 * through the samples, or their mean if all samples are equally long; both follow the few samples that something else on
 * the machine delayed, by a factor of ten where the median stays. It is kept as the metric {@code typical}.
 */
@NullMarked
package dev.plumbline.analysis.format.criterion;

import org.jspecify.annotations.NullMarked;
