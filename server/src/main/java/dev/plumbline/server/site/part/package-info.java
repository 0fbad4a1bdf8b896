/** Parts that several pages show: verdicts, findings, changes, intervals. */
@NullMarked
package dev.plumbline.server.site.part;

import org.jspecify.annotations.NullMarked;
