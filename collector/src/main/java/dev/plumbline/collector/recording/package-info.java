/** Recordings of JDK Flight Recorder: their metrics, which leave the machine in place of the recording. */
@NullMarked
package dev.plumbline.collector.recording;

import org.jspecify.annotations.NullMarked;
