/** The findings of the audit, as they are stored. */
@NullMarked
package dev.plumbline.server.audit;

import org.jspecify.annotations.NullMarked;
