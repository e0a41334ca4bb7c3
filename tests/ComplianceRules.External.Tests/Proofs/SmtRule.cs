using System.Globalization;
using System.Numerics;
using System.Text;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.External.Tests.Proofs;

/// <summary>Writes conditions of three values in SMT-LIB, from the typed tree and by the words of language.md: each part as where it is known and what it is there.</summary>
internal sealed class SmtRule(DateOnly day)
{
    private static readonly string[] Marks = ["x", "y", "z"];

    private readonly SortedDictionary<string, string> _declared = new(StringComparer.Ordinal);
    private readonly List<string> _texts = ["a", "b", "c"];

    /// <summary>What was declared so far, and what every fact can be.</summary>
    public string Declarations => string.Concat(_declared.Values);

    /// <summary>Where a rule refuses a row.</summary>
    public string Refuses(ComplianceRules.Proofs.ComparedRule rule) =>
        $"(and {Condition(rule.Form.Applies, rule.Parameters).True} {Condition(rule.Form.Holds, rule.Parameters).False})";

    private SmtPart Condition(TypedExpression node, ParameterTable values)
    {
        SmtPart Of(TypedExpression part) => Condition(part, values);
        switch (node)
        {
            case LiteralExpression { Value: BoolValue literal }:
                return new SmtPart("true", literal.Truth ? "true" : "false");
            case FieldExpression field:
                return Fact(field);
            case NotExpression not:
                SmtPart inner = Of(not.Operand);
                return new SmtPart(inner.Known, $"(not {inner.Value})");
            case LogicExpression logic:
                (SmtPart left, SmtPart right) = (Of(logic.Left), Of(logic.Right));
                return logic.IsAnd
                    ? SmtPart.Of($"(and {left.True} {right.True})", $"(or {left.False} {right.False})")
                    : SmtPart.Of($"(or {left.True} {right.True})", $"(and {left.False} {right.False})");
            case ConditionalExpression choice:
                return Choice(Of(choice.Condition), Of(choice.WhenTrue), Of(choice.WhenFalse));
            case HasExpression has:
                return new SmtPart("true", Known(Name(has.Row, has.Field!.Name), has.Field));
            case ParameterEntryExpression entry:
                SmtPart key = Term(entry.Key, values);
                return new SmtPart(key.Known, Any(values.KeysOf(entry.Name).Select(k => $"(= {key.Value} {Text(k)})")));
            case SetComparisonExpression within:
                (SmtPart least, SmtPart most) = (Set(within.Inner, values), Set(within.Outer, values));
                return Both(least, most, All(Marks.Select(m => $"(=> {Bit(least, m)} {Bit(most, m)})")));
            default:
                return Compared(node, values);
        }
    }

    private SmtPart Compared(TypedExpression node, ParameterTable values)
    {
        switch (node)
        {
            case MembershipExpression { Collection: ListExpression list } among:
                SmtPart item = Term(among.Item, values);
                return new SmtPart(item.Known, Any(list.Items.Select(i => $"(= {item.Value} {Term(i, values).Value})")));
            case MembershipExpression { Item: LiteralExpression { Value: TextValue member } } among:
                SmtPart set = Set(among.Collection, values);
                return new SmtPart(set.Known, Bit(set, member.Content));
            case ComparisonExpression { Left.Type.Kind: FieldType.Set } same:
                (SmtPart one, SmtPart other) = (Set(same.Left, values), Set(same.Right, values));
                return Both(one, other, All(Marks.Select(m => $"(= {Bit(one, m)} {Bit(other, m)})")));
            case ComparisonExpression comparison:
                bool ofTruth = comparison.Left.Type.Kind == FieldType.Bool;
                SmtPart left = ofTruth ? Condition(comparison.Left, values) : Term(comparison.Left, values);
                SmtPart right = ofTruth ? Condition(comparison.Right, values) : Term(comparison.Right, values);
                return Both(left, right, Sign(comparison.Operator, left.Value, right.Value));
            default:
                throw new NotSupportedException(node.GetType().Name);
        }
    }

    private SmtPart Term(TypedExpression node, ParameterTable values)
    {
        switch (node)
        {
            case LiteralExpression literal:
                return new SmtPart("true", Number(literal.Value));
            case FieldExpression field:
                return Fact(field);
            case AsOfExpression:
                return new SmtPart("true", Number(new DateValue(day)));
            case ParameterExpression { Key: null } parameter:
                return values.ValueOf(parameter.Name, null) is { } value ? new SmtPart("true", Number(value)) : new SmtPart("false", "0.0");
            case ParameterExpression parameter:
                SmtPart key = Term(parameter.Key!, values);
                string[] keys = [.. values.KeysOf(parameter.Name)];
                string chosen = keys.Aggregate("0.0", (rest, k) => $"(ite (= {key.Value} {Text(k)}) {Number(values.ValueOf(parameter.Name, k)!)} {rest})");
                return new SmtPart($"(and {key.Known} {Any(keys.Select(k => $"(= {key.Value} {Text(k)})"))})", chosen);
            case NegateExpression negative:
                SmtPart operand = Term(negative.Operand, values);
                return new SmtPart(operand.Known, $"(- {operand.Value})");
            case ConditionalExpression choice:
                return Choice(Condition(choice.Condition, values), Term(choice.WhenTrue, values), Term(choice.WhenFalse, values));
            case ArithmeticExpression sum:
                return Arithmetic(sum, Term(sum.Left, values), Term(sum.Right, values));
            case CallExpression call:
                return Called(call, values);
            default:
                throw new NotSupportedException(node.GetType().Name);
        }
    }

    private SmtPart Called(CallExpression call, ParameterTable values)
    {
        if (call.Arguments[0].Type.Kind == FieldType.Set)
        {
            SmtPart set = Set(call.Arguments[0], values);
            return new SmtPart(set.Known, $"(+ {string.Join(' ', Marks.Select(m => $"(ite {Bit(set, m)} 1.0 0.0)"))})");
        }

        SmtPart first = Term(call.Arguments[0], values);
        if (call.Function.Name == "days") return first;
        if (call.Function.Name is not ("per_100" or "percent")) throw new NotSupportedException(call.Function.Name);
        return Ratio(first with { Value = $"(* 100.0 {first.Value})" }, Term(call.Arguments[1], values));
    }

    private static SmtPart Arithmetic(ArithmeticExpression node, SmtPart left, SmtPart right)
    {
        if (node.Operator == ArithmeticOperator.Divide) return Ratio(left, right);
        string sign = node.Operator switch { ArithmeticOperator.Add => "+", ArithmeticOperator.Subtract => "-", ArithmeticOperator.Multiply => "*", _ => throw new NotSupportedException() };
        SmtPart made = Both(left, right, $"({sign} {left.Value} {right.Value})");
        return node.Type.Kind != FieldType.Date ? made : made with
        {
            Known = $"(and {made.Known} (is_int {made.Value}) (<= 0.0 {made.Value}) (<= {made.Value} {DateOnly.MaxValue.DayNumber}.0))",
        };
    }

    private static SmtPart Ratio(SmtPart above, SmtPart below) => new($"(and {above.Known} {below.Known} (not (= {below.Value} 0.0)))", $"(/ {above.Value} {below.Value})");

    private static SmtPart Both(SmtPart left, SmtPart right, string value) => new($"(and {left.Known} {right.Known})", value);

    private static SmtPart Choice(SmtPart condition, SmtPart whenTrue, SmtPart whenFalse) => new(
        $"(and {condition.Known} (ite {condition.Value} {whenTrue.Known} {whenFalse.Known}))", $"(ite {condition.Value} {whenTrue.Value} {whenFalse.Value})");

    private static string Sign(ComparisonOperator comparison, string left, string right) => comparison switch
    {
        ComparisonOperator.Equal => $"(= {left} {right})",
        ComparisonOperator.NotEqual => $"(not (= {left} {right}))",
        ComparisonOperator.Less => $"(< {left} {right})",
        ComparisonOperator.LessOrEqual => $"(<= {left} {right})",
        ComparisonOperator.Greater => $"(> {left} {right})",
        _ => $"(>= {left} {right})",
    };

    private static string All(IEnumerable<string> parts) => $"(and true {string.Join(' ', parts)})";

    private static string Any(IEnumerable<string> parts) => $"(or false {string.Join(' ', parts)})";

    // A set's value names it; its members are asked for one by one.
    private SmtPart Set(TypedExpression node, ParameterTable values) => node switch
    {
        FieldExpression field => new SmtPart(Known(Name(field.Row, field.Field.Name), field.Field), Name(field.Row, field.Field.Name)),
        LiteralExpression { Value: SetValue set } => new SmtPart("true", $"={string.Join(',', set.Members)}"),
        ListExpression list => new SmtPart("true", $"={string.Join(',', list.Items.Select(i => ((TextValue)((LiteralExpression)i).Value).Content))}"),
        ParameterExpression parameter => values.ValueOf(parameter.Name, null) is SetValue value ? new SmtPart("true", $"={string.Join(',', value.Members)}") : new SmtPart("false", "="),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private static string Bit(SmtPart set, string member) => set.Value.StartsWith('=') ? set.Value[1..].Split(',').Contains(member) ? "true" : "false" : $"|{set.Value}.{member}|";

    private static string Name(RowPath row, string field) => $"{row.Table}.{field}";

    private SmtPart Fact(FieldExpression field)
    {
        string name = Name(field.Row, field.Field.Name);
        return new SmtPart(Known(name, field.Field), IsWhole(field.Field) ? $"(to_real |{name}|)" : $"|{name}|");
    }

    private string Known(string name, FieldSchema field)
    {
        if (!_declared.ContainsKey(name)) _declared.Add(name, Declaration(name, field));
        return $"|{name}?|";
    }

    private static string Declaration(string name, FieldSchema field)
    {
        StringBuilder text = new($"(declare-const |{name}?| Bool)\n");
        if (field.Type == FieldType.Set) return text.AppendJoin(string.Empty, Marks.Select(m => $"(declare-const |{name}.{m}| Bool)\n")).ToString();
        string sort = field.Type == FieldType.Bool ? "Bool" : IsWhole(field) ? "Int" : "Real";
        text.Append(CultureInfo.InvariantCulture, $"(declare-const |{name}| {sort})\n");
        if (field.Type == FieldType.Bool) return text.ToString();
        (long low, long high) = field.Type switch
        {
            FieldType.Number => ((long)field.Range!.Low, (long)field.Range.High),
            FieldType.Date => (0, DateOnly.MaxValue.DayNumber),
            FieldType.Time => (field.Scale!.Low, field.Scale.High),
            FieldType.Enum => (0, 2),
            _ => (0, 1_000_000L),
        };
        return text.Append(CultureInfo.InvariantCulture, $"(assert (and (<= {low} |{name}|) (<= |{name}| {high})))\n").ToString();
    }

    private static bool IsWhole(FieldSchema field) => field.Type switch
    {
        FieldType.Number => field.Step is not null,
        FieldType.Bool or FieldType.Set => false,
        _ => true,
    };

    private string Text(string text)
    {
        if (!_texts.Contains(text)) _texts.Add(text);
        return $"{_texts.IndexOf(text)}.0";
    }

    private string Number(Value value) => value switch
    {
        NumberValue number => Fraction(number.Number.Numerator, number.Number.Denominator),
        DateValue date => $"{date.Day.DayNumber}.0",
        TimeValue time => Fraction(time.Minutes, 1),
        TextValue text => Text(text.Content),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static string Fraction(BigInteger above, BigInteger below)
    {
        string whole = $"(/ {BigInteger.Abs(above)}.0 {below}.0)";
        return above.Sign < 0 ? $"(- {whole})" : whole;
    }
}
