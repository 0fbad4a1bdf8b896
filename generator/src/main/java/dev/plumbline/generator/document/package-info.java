/** Result files as JMH writes them. */
@NullMarked
package dev.plumbline.generator.document;

import org.jspecify.annotations.NullMarked;
