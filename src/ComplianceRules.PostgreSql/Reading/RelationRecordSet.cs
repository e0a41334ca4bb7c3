using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using Npgsql;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>The rows of one table or view.</summary>
/// <param name="connection">The connection, in the transaction that all is read in.</param>
/// <param name="relation">The table or view.</param>
/// <param name="place">Its name as places show it.</param>
internal sealed class RelationRecordSet(NpgsqlConnection connection, Relation relation, string place)
    : RecordSet(relation.Name, relation.Name, SourceSpan.Whole(place))
{
    private readonly string _place = place;

    public override RecordReader Open(SheetShape? shape, SnapshotBuilder builder) => new CopyRecordReader(connection, relation, _place);
}
