using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>The variables and flags of one comparison, by their canonical texts, and what always holds of them.</summary>
/// <remarks>For one comparison and one thread.</remarks>
/// <param name="world">What rules are read against.</param>
internal sealed class Vocabulary(ProofWorld world)
{
    private readonly Dictionary<string, ProofVariable> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _flags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>The variables by number.</summary>
    public List<ProofVariable> Variables { get; } = [];

    /// <summary>What each flag says is known; null where it is no fact and no list.</summary>
    public List<FactPlace?> Flags { get; } = [];

    /// <summary>The texts by the numbers that stand for them.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>What always holds.</summary>
    public List<Formula> Axioms { get; } = [];

    /// <summary>The questions asked to lists.</summary>
    public List<ListTerm> Lists { get; } = [];

    /// <summary>The frequencies asked for.</summary>
    public List<FrequencyTerm> Frequencies { get; } = [];

    /// <summary>The texts of the terms that are not followed, in the order met.</summary>
    public List<string> Opaque { get; } = [];

    /// <summary>What rules are read against.</summary>
    public ProofWorld World => world;

    /// <summary>The number that stands for a text or key.</summary>
    /// <param name="text">The text.</param>
    public int Text(string text)
    {
        if (_texts.TryGetValue(text, out int number)) return number;
        _texts.Add(text, Texts.Count);
        Texts.Add(text);
        return Texts.Count - 1;
    }

    /// <summary>The day of assessment.</summary>
    public ProofVariable AsOf() => Variable("as_of", () => Domain.Of(Interval.Whole(world.Span.From.DayNumber, world.Span.Until.DayNumber)), -1);

    /// <summary>The flag of a fact or list.</summary>
    /// <param name="place">The fact or list.</param>
    public int Flag(FactPlace place) => Flag(place.Name, place);

    /// <summary>A fact that is one number.</summary>
    /// <param name="place">The fact.</param>
    public ProofVariable Fact(FactPlace place)
    {
        ProofVariable found = Variable(place.Name, () => DomainOf(place), Flag(place));
        return found.Fact is null ? Keep(found with { Fact = place }) : found;
    }

    /// <summary>Whether a member is in a set.</summary>
    /// <param name="place">The set.</param>
    /// <param name="member">The member.</param>
    public ProofVariable Member(FactPlace place, string member)
    {
        ProofVariable found = Variable($"{place.Name}[{member}]", () => Domain.Bits, Flag(place));
        return found.Fact is null ? Keep(found with { Fact = place, Member = member }) : found;
    }

    /// <summary>A term that is not followed.</summary>
    /// <param name="name">Its canonical text, with the values it uses.</param>
    /// <param name="domain">The values that it can have.</param>
    /// <param name="term">The term.</param>
    /// <param name="isNew">Whether it was met for the first time.</param>
    public ProofVariable Term(string name, Domain domain, TypedExpression term, out bool isNew)
    {
        isNew = !_variables.ContainsKey(name);
        ProofVariable found = Variable(name, () => domain, Flag(name, null));
        if (isNew) Opaque.Add(name);
        return found.Term is null ? Keep(found with { Term = term }) : found;
    }

    /// <summary>Keys that the fact of a place may have, packs further in included.</summary>
    /// <param name="place">The fact.</param>
    public IEnumerable<string> Options(FactPlace place) => World.FieldOf(place).Options.Select(o => o.Key);

    private ProofVariable Keep(ProofVariable variable)
    {
        Variables[variable.Number] = variable;
        _variables[variable.Name] = variable;
        return variable;
    }

    private ProofVariable Variable(string name, Func<Domain> domain, int flag)
    {
        if (_variables.TryGetValue(name, out ProofVariable? known)) return known;
        ProofVariable made = new(Variables.Count, name, domain(), flag);
        _variables.Add(name, made);
        Variables.Add(made);
        return made;
    }

    private int Flag(string name, FactPlace? place)
    {
        if (_flags.TryGetValue(name, out int known)) return known;
        _flags.Add(name, Flags.Count);
        Flags.Add(place);
        return Flags.Count - 1;
    }

    private Domain DomainOf(FactPlace place)
    {
        FieldSchema field = World.FieldOf(place);
        return field.Type switch
        {
            FieldType.Bool => Domain.Bits,
            FieldType.Enum => Domain.OfPoints([.. Options(place).Select(Text)]),
            FieldType.Text => Domain.Of(Interval.Of(IntervalEnd.At(Rational.Zero), null, Rational.Of(1))),
            _ => Domain.Of((Interval)TypeRanges.Of(field)),
        };
    }
}
