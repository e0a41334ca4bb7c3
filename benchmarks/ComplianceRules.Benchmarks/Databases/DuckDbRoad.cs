using System.Data.Common;
using ComplianceRules.External.Tests.Sql.DuckDb;
using ComplianceRules.Facts;
using ComplianceRules.Sql;

namespace ComplianceRules.Benchmarks;

/// <summary>DuckDB, one file.</summary>
/// <param name="folder">Where the file is made.</param>
internal sealed class DuckDbRoad(string folder) : ConnectedRoad("DuckDB", SqlDialect.DuckDb, _ => new DuckDbConnection(Path.Combine(folder, "nation.duckdb")), 1)
{
    protected override string TypeOf(FieldSchema? field) => field?.Type switch
    {
        FieldType.Number => field.Step is 1 ? "BIGINT" : "DOUBLE",
        FieldType.Bool => "BOOLEAN",
        FieldType.Date => "DATE",
        _ => "VARCHAR",
    };

    protected override Task FillAsync(DbConnection connection, string table, int columns, string file) => RunAsync(connection, $"COPY {table} FROM '{file.Replace("'", "''", StringComparison.Ordinal)}' (HEADER)");
}
