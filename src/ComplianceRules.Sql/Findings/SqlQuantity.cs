using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Findings;

/// <summary>A number, time or day of a row as columns of a statement: which of its cases holds, and the whole numbers that it is made of there.</summary>
/// <remarks>Immutable. What is the same in every row needs no column.</remarks>
/// <param name="Kind">What kind of value it is.</param>
/// <param name="Cases">The cases; they exclude each other, and where none holds the value is unknown.</param>
internal sealed record SqlQuantity(FieldType Kind, ImmutableArray<SqlCase> Cases)
{
    private bool IsAlways => Cases is [{ When.IsTrue: true }];

    private bool HasTops => Cases.Any(c => Plain(c) is null && Number(c).Top.Constant is null);

    private bool HasBottoms => Cases.Any(c => Plain(c) is null && Number(c).Bottom.Constant is null);

    private bool HasPlains => Cases.Any(c => Plain(c) is not null);

    /// <summary>The texts of its columns.</summary>
    public IEnumerable<string> Columns
    {
        get
        {
            if (!IsAlways) yield return Chosen((_, i) => (i + 1).ToString(CultureInfo.InvariantCulture), "0");
            if (HasTops) yield return Chosen((c, _) => Plain(c) is null ? Number(c).Top.Text : "0", "0");
            if (HasBottoms) yield return Chosen((c, _) => Plain(c) is null ? Number(c).Bottom.Text : "1", "1");
            if (HasPlains) yield return Chosen((c, _) => Plain(c) ?? "0.0", "0.0");
        }
    }

    /// <summary>The value of a row, and which case it is; unknown where none holds.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The place of the first column; afterwards that of the first behind.</param>
    public (Value Value, int Case) Read(DbDataReader row, ref int column)
    {
        int which = IsAlways ? 0 : (int)row.GetInt64(column++) - 1;
        BigInteger top = HasTops ? row.GetInt64(column++) : BigInteger.Zero;
        BigInteger bottom = HasBottoms ? row.GetInt64(column++) : BigInteger.One;
        double plain = HasPlains ? row.GetDouble(column++) : 0;
        if (which < 0) return (new UnknownValue(UnknownReason.Absent), which);
        SqlCase found = Cases[which];
        Rational number = Plain(found) is not null ? Rational.OfCell(plain) : Of(Number(found).Top, top) / Of(Number(found).Bottom, bottom);
        return (Made(number), which);
    }

    private Value Made(Rational number) => Kind switch
    {
        FieldType.Time => new TimeValue((int)number.Numerator),
        FieldType.Date => new DateValue(DateOnly.FromDayNumber((int)number.Numerator)),
        _ => new NumberValue(number),
    };

    private string Chosen(Func<SqlCase, int, string> text, string otherwise) =>
        IsAlways ? text(Cases[0], 0) : Cases.IsEmpty ? otherwise : $"CASE {string.Join(' ', Cases.Select((c, i) => $"WHEN {c.When.Text} THEN {text(c, i)}"))} ELSE {otherwise} END";

    private static Rational Of(SqlFactor factor, BigInteger read) => factor.Constant ?? Rational.Of(read) * factor.Unit;

    private static SqlNumber Number(SqlCase of) => (SqlNumber)of.Term;

    private static string? Plain(SqlCase of) => Number(of).Plain;
}
