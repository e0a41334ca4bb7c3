using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace ComplianceRules.Sql.ClickHouse;

/// <summary>A statement; its values stand in its text.</summary>
/// <param name="connection">The database.</param>
internal sealed class ClickHouseCommand(ClickHouseConnection connection) : DbCommand
{
    [AllowNull]
    public override string CommandText { get; set; } = string.Empty;

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => throw new NotSupportedException("values stand in the text of a statement");

    protected override DbTransaction? DbTransaction { get; set; }

    // What runs is stopped by its token.
    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery() => ExecuteNonQueryAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        await using DbDataReader reader = await ExecuteDbDataReaderAsync(CommandBehavior.Default, cancellationToken).ConfigureAwait(false);
        return -1;
    }

    public override object? ExecuteScalar()
    {
        using DbDataReader reader = ExecuteDbDataReader(CommandBehavior.Default);
        return reader.Read() ? reader.GetValue(0) : null;
    }

    protected override DbParameter CreateDbParameter() => throw new NotSupportedException("values stand in the text of a statement");

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => ExecuteDbDataReaderAsync(behavior, CancellationToken.None).GetAwaiter().GetResult();

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        ClickHouseAnswer answer = await connection.Server.AskAsync(CommandText, CommandTimeout, cancellationToken).ConfigureAwait(false);
        return await ClickHouseReader.OpenAsync(answer, cancellationToken).ConfigureAwait(false);
    }
}
