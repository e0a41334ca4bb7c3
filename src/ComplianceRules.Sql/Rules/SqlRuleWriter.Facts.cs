using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Rules;

internal sealed partial class SqlRuleWriter
{
    // The frame's own row, or one above it; a list is seen only from the row that has it and from those above.
    private SqlRows? Row(RowPath path, ImmutableArray<SqlFrame> frames)
    {
        SqlFrame frame = frames[path.Frame];
        if (path.InPrevious)
        {
            Refuse(DiagnosticCodes.SqlFunction, "previous");
            return null;
        }

        if (path.Above || path.Table == BaseTables.Region)
        {
            Refuse(DiagnosticCodes.SqlOfRegions);
            return null;
        }

        bool isAbove = scope.Layout.Schema.SelfAndAncestors(frame.Table).Any(t => t.Name == path.Table);
        if (!isAbove) return null;
        SqlRows? rows = frame.Rows;
        if (rows is not null && !scope.Layout.Schema.SelfAndAncestors(rows.Schema.Name).Any(t => t.Name == path.Table)) Refuse(DiagnosticCodes.SqlAcross);
        while (rows is not null && rows.Schema.Name != path.Table) rows = rows.Above;
        return rows;
    }

    private SqlTruth Fact(FieldExpression fact, ImmutableArray<SqlFrame> frames)
    {
        if (Row(fact.Row, frames)?.Fact(fact.Field) is not { } column) return SqlTruth.Unknown;
        return new SqlTruth(SqlTest.And(column.IsKnown, SqlTest.Of($"{column.Value} = 1")), SqlTest.And(column.IsKnown, SqlTest.Of($"{column.Value} = 0")));
    }

    private SqlTruth Has(HasExpression has, ImmutableArray<SqlFrame> frames)
    {
        if (Row(has.Row, frames) is not { } rows) return SqlTruth.Never;
        if (has.List is { } name) return rows.List(name) is { } list ? SqlTruth.Of(list.Reported) : SqlTruth.Never;
        return rows.Fact(has.Field!) is { } fact ? new SqlTruth(fact.IsKnown, SqlTest.Of($"{fact.Known} = 0")) : SqlTruth.Never;
    }

    private ImmutableArray<SqlCase> FactValue(FieldExpression fact, ImmutableArray<SqlFrame> frames)
    {
        if (Row(fact.Row, frames) is not { } rows || rows.Fact(fact.Field) is not { } column) return [];
        return [new SqlCase(column.IsKnown, Term(rows, column))];
    }

    private SqlTerm Term(SqlRows rows, SqlFact fact)
    {
        FieldSchema field = fact.Field;
        switch (field.Type)
        {
            case FieldType.Time:
                return SqlNumber.Of(SqlFactor.Whole(fact.Value, field.Scale!.Low, field.Scale.High));
            case FieldType.Date:
                return SqlNumber.Of(SqlFactor.Whole(fact.Value, BigInteger.Zero, DateOnly.MaxValue.DayNumber));
            case FieldType.Set:
                return new SqlSet(fact.Flags, [.. field.Options.Select(o => o.Key)], false);
            case FieldType.Number when SqlCoding.Of(field) is { } coding:
                SqlFactor factor = new(coding.IsStep ? fact.Value : string.Empty, coding.Low, coding.High, coding.Unit);
                return coding.IsStep ? SqlNumber.Of(factor) : SqlNumber.Of(factor) with { Plain = fact.Value, Fact = (rows, fact) };
            case FieldType.Number:
                Refuse(DiagnosticCodes.SqlInexact);
                return SqlNumber.Of(Rational.Zero);
            default:
                return new SqlWord(fact.Value);
        }
    }

    // Only what is computed with needs a column with a whole number.
    private static SqlNumber Counted(SqlNumber number) =>
        number.Fact is { } fact ? new SqlNumber(number.Top with { Text = fact.Rows.Count(fact.Fact) }, number.Bottom) : number;

    private SqlTerm TermOf(Value value) => value switch
    {
        NumberValue number => SqlNumber.Of(number.Number),
        TimeValue time => SqlNumber.Of(Rational.Of(time.Minutes)),
        DateValue date => SqlNumber.Of(Rational.Of(date.Day.DayNumber)),
        SetValue set => SqlSet.Of(set.Members),
        _ => Word(value.Text),
    };

    private IEnumerable<(SqlTest When, Value Value, string? Key)> InForce(ParameterExpression parameter, ImmutableArray<SqlFrame> frames)
    {
        if (parameter.SeasonOf is not null) Refuse(DiagnosticCodes.SqlSeason, parameter.Name);
        if (parameter.Key is null) return Of(SqlTest.True, null);
        if (parameter.Key is LiteralExpression { Value: TextValue written }) return Of(SqlTest.True, written.Content);
        ImmutableArray<SqlCase> key = Value(parameter.Key, frames);
        return key.SelectMany(k => parameters.KeysOf(parameter.Name).SelectMany(name => Of(SqlTest.And(k.When, Same((SqlWord)k.Term, name)), name)));

        IEnumerable<(SqlTest, Value, string?)> Of(SqlTest when, string? name)
        {
            Value? value = parameter.Type.Scale is { } scale ? parameters.ValueOn(parameter.Name, name, scale) : parameters.ValueOf(parameter.Name, name);
            return value is null or UnknownValue || when.IsFalse ? [] : [(when, value, name)];
        }
    }
}
