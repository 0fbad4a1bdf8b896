package dev.plumbline.server.database;

import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Numbers that are not known: NaN in Java, null in the database. */
final class UnknownNumbers extends JdbiPlugin.Singleton {

    private static final ColumnMapper<Double> NUMBER = (row, column, context) -> {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    };

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new NumberArguments());
        jdbi.registerColumnMapper(double.class, NUMBER);
        jdbi.registerColumnMapper(Double.class, NUMBER);
    }

    private static final class NumberArguments extends AbstractArgumentFactory<Double> {

        NumberArguments() {
            super(Types.DOUBLE);
        }

        @Override
        protected Argument build(Double value, ConfigRegistry config) {
            return (position, statement, context) -> {
                if (value.isNaN()) {
                    statement.setNull(position, Types.DOUBLE);
                } else {
                    statement.setDouble(position, value);
                }
            };
        }
    }
}
