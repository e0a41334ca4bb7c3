using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

public sealed class FieldNamedNoteTests
{
    [Fact]
    public void A_field_named_note_is_read_though_a_text_of_that_name_is_a_remark()
    {
        OracleSheet sheet = new("class", ["id", "school", "备注"], [(ImmutableArray<string>)["1", "S", "新校区"]]);
        OracleEntry entry = new("class", "class", [new OraclePart("id")]) { Parent = new OracleParent("school", [new OraclePart("school")]), Fields = [new OracleField("note", "备注")] };

        Snapshot read = CaseCsv.Read(new OracleCase([sheet], new OracleMapping([entry]))).Value;

        Assert.Equal("新校区", ((TextColumn)read.Table("class").Column("note")!)[0]);
    }
}
