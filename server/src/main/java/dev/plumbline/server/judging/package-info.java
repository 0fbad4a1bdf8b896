/** The verdict on a run: loads what it is compared with, decides, and writes what was found. */
@NullMarked
package dev.plumbline.server.judging;

import org.jspecify.annotations.NullMarked;
