using System.Collections;
using System.Linq.Dynamic.Core;
using ComplianceRules.Facts;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>The rows of a snapshot as objects of an application: properties named like facts, a class with its school, a school with its classes.</summary>
internal sealed class ForeignRows
{
    private const string ListName = "classes";
    private const string SchoolName = "School";

    private readonly Snapshot _snapshot;
    private readonly ForeignTypes _types;
    private readonly Type _plainSchool;
    private readonly Type _class;
    private readonly Type _classes;
    private readonly Type _school;

    /// <summary>Makes the types.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="types">What facts are.</param>
    public ForeignRows(Snapshot snapshot, ForeignTypes types)
    {
        _snapshot = snapshot;
        _types = types;
        _plainSchool = DynamicClassFactory.CreateType([.. Facts(BaseTables.School)]);
        _class = DynamicClassFactory.CreateType([.. Facts(BaseTables.Class), new DynamicProperty(SchoolName, _plainSchool)]);
        _classes = typeof(List<>).MakeGenericType(_class);
        _school = DynamicClassFactory.CreateType([.. Facts(BaseTables.School), new DynamicProperty(ListName, _classes)]);
    }

    /// <summary>The inputs of workflows for a class: it, its school, and the classes of that.</summary>
    /// <param name="row">The row of the class.</param>
    public Dictionary<string, object?> OfClass(int row) => Inputs(Class(row), _snapshot.Table(BaseTables.Class).Parent(row));

    /// <summary>The inputs of workflows for a school; the class is any.</summary>
    /// <param name="row">The row of the school.</param>
    public Dictionary<string, object?> OfSchool(int row) => Inputs(Class(0), row);

    private Dictionary<string, object?> Inputs(object pupils, int school)
    {
        object? classes = Classes(school);
        DynamicClass whole = Filled(_school, BaseTables.School, school);
        whole.SetDynamicPropertyValue(ListName, classes!);
        return new Dictionary<string, object?>(StringComparer.Ordinal) { ["input1"] = pupils, ["input2"] = whole, ["input3"] = classes };
    }

    private DynamicClass Class(int row)
    {
        DynamicClass made = Filled(_class, BaseTables.Class, row);
        made.SetDynamicPropertyValue(SchoolName, Filled(_plainSchool, BaseTables.School, _snapshot.Table(BaseTables.Class).Parent(row)));
        return made;
    }

    private IList? Classes(int school)
    {
        ChildList list = _snapshot.Table(BaseTables.School).List(ListName)!;
        if (!list.IsReported(school)) return null;
        IList made = (IList)Activator.CreateInstance(_classes)!;
        (int start, int end) = list.Rows(school);
        for (int row = start; row < end; row++) made.Add(Class(row));
        return made;
    }

    private DynamicClass Filled(Type type, string table, int row)
    {
        DynamicClass made = (DynamicClass)Activator.CreateInstance(type)!;
        foreach (FactColumn column in _snapshot.Table(table).Columns.Where(c => c.IsKnown(row)))
        {
            foreach (string name in Names(column.Field)) made.SetDynamicPropertyValue(name, Value(column, row));
        }

        return made;
    }

    private IEnumerable<DynamicProperty> Facts(string table) => _snapshot.Table(table).Columns.SelectMany(c => Names(c.Field).Select(name => new DynamicProperty(name, TypeOf(c.Field))));

    // An application may write them either way.
    private static string[] Names(FieldSchema field) => field.Name.Contains('_', StringComparison.Ordinal)
        ? [field.Name, string.Concat(field.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))]
        : [field.Name];

    private Type TypeOf(FieldSchema field)
    {
        Type type = field.Type switch
        {
            FieldType.Number => field.Step == 1 && _types != ForeignTypes.Fractions ? typeof(int) : typeof(double),
            FieldType.Bool => typeof(bool),
            FieldType.Date => typeof(DateTime),
            FieldType.Time => typeof(TimeSpan),
            FieldType.Set => typeof(List<string>),
            _ => typeof(string),
        };
        return _types == ForeignTypes.Nullable && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type;
    }

    private object Value(FactColumn column, int row) => column switch
    {
        NumberColumn { Field.Step: 1 } numbers when _types != ForeignTypes.Fractions => (int)numbers[row],
        NumberColumn numbers => numbers[row],
        BoolColumn truths => truths[row],
        TextColumn texts => texts[row],
        DateColumn days => days[row].ToDateTime(TimeOnly.MinValue),
        TimeColumn times => TimeSpan.FromMinutes(times[row] % (24 * 60)),
        SetColumn sets => sets[row].ToList(),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
