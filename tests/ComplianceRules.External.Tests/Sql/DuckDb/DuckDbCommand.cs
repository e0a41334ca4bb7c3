using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace ComplianceRules.External.Tests.Sql.DuckDb;

/// <summary>A statement with its values.</summary>
/// <param name="connection">The database.</param>
internal sealed class DuckDbCommand(DuckDbConnection connection) : DbCommand
{
    // A name and a value is all that a parameter is: another provider's do.
    private readonly NpgsqlCommand _names = new();

    [AllowNull]
    public override string CommandText { get; set; } = string.Empty;

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => _names.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() => DuckDbLibrary.Interrupt(connection.Handle);

    public override int ExecuteNonQuery()
    {
        using DataTable rows = Rows();
        return rows.Rows.Count;
    }

    public override object? ExecuteScalar()
    {
        using DataTable rows = Rows();
        return rows.Rows.Count == 0 ? null : rows.Rows[0][0];
    }

    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => _names.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Rows().CreateDataReader();

    protected override void Dispose(bool disposing)
    {
        _names.Dispose();
        base.Dispose(disposing);
    }

    private DataTable Rows()
    {
        if (DuckDbLibrary.Prepare(connection.Handle, CommandText, out nint statement) != 0)
        {
            string reason = DuckDbRows.TextAt(DuckDbLibrary.PrepareError(statement));
            DuckDbLibrary.DestroyPrepare(ref statement);
            throw new DuckDbException(reason);
        }

        try
        {
            foreach (DbParameter parameter in Parameters) Bind(statement, parameter);
            return DuckDbRows.Of(statement);
        }
        finally
        {
            DuckDbLibrary.DestroyPrepare(ref statement);
        }
    }

    private static void Bind(nint statement, DbParameter parameter)
    {
        if (DuckDbLibrary.ParameterIndex(statement, out ulong index, parameter.ParameterName) != 0) throw new DuckDbException($"no parameter {parameter.ParameterName}");
        int state = parameter.Value switch
        {
            null or DBNull => DuckDbLibrary.BindNull(statement, index),
            long whole => DuckDbLibrary.BindInt64(statement, index, whole),
            int whole => DuckDbLibrary.BindInt64(statement, index, whole),
            bool truth => DuckDbLibrary.BindInt64(statement, index, truth ? 1 : 0),
            double number => DuckDbLibrary.BindDouble(statement, index, number),
            IFormattable other => DuckDbLibrary.BindText(statement, index, other.ToString(other is DateOnly or DateTime ? "yyyy-MM-dd" : null, System.Globalization.CultureInfo.InvariantCulture)),
            var other => DuckDbLibrary.BindText(statement, index, (string)other),
        };
        if (state != 0) throw new DuckDbException($"{parameter.ParameterName} cannot be bound");
    }
}
