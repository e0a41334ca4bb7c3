using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>The columns of schools.</summary>
internal sealed class SchoolColumns
{
    private readonly TableRoom _table;
    private readonly ColumnRoom? _name;
    private readonly ColumnRoom? _system;
    private readonly ColumnRoom?[] _facts;
    private readonly int[] _parents;

    public SchoolColumns(FactSchema schema, int count)
    {
        _table = new TableRoom(schema.Table(BaseTables.School)!, count);
        _parents = new int[count];
        _name = _table.Column("name", [.. Enumerable.Range(0, count + 1).Select(Names.SchoolName)]);
        _system = _table.Column("schooling_system", Names.SchoolingSystem);
        _facts =
        [
            _table.Column("school_type", Names.SchoolTypes), _table.Column("boarding"), _table.Column("noon_rest"), _table.Column("canteen"),
            _table.Column("pupils"), _table.Column("teachers"), _table.Column("playground_area"), _table.Column("books"),
            _table.Column("participation"), _table.Column("safety_drills"), _table.Column("doctors"), _table.Column("funding"),
        ];
    }

    public ReadOnlySpan<int> Parents => _parents;

    public void Add(in SchoolFacts facts, int region, int serial)
    {
        int row = _table.Add(Names.SchoolId(facts.Region, serial), region);
        _parents[row] = region;
        _name?.Put(row, serial, true);
        _system?.Put(row, 0, true);
        Put(row, 0, facts.Known, facts.Type);
        Put(row, 1, facts.Known, facts.Boarding ? 1 : 0);
        Put(row, 2, facts.Known, facts.NoonRest ? 1 : 0);
        Put(row, 3, facts.Known, facts.Canteen ? 1 : 0);
        Put(row, 4, facts.Known, facts.Pupils);
        Put(row, 5, facts.Known, facts.Teachers);
        Put(row, 6, facts.Known, facts.PlaygroundArea);
        Put(row, 7, facts.Known, facts.Books);
        Put(row, 8, facts.Known, facts.Participation);
        Put(row, 9, facts.Known, facts.SafetyDrills);
        Put(row, 10, facts.Known, facts.Doctors);
        _facts[11]?.Put(row, facts.Funding, ((SchoolFact)facts.Known & SchoolFact.Funding) != 0);
    }

    public FactTable Table(FactTable regions, IReadOnlyDictionary<string, ChildList> lists) => _table.Table(regions, lists);

    private void Put(int row, int fact, ushort known, int cell) => _facts[fact]?.Put(row, cell, (known >> fact & 1) != 0);
}
