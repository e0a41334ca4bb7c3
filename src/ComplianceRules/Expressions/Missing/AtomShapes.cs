using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Expressions;

/// <summary>Remembers the shapes of expressions, which are worked out once for all rows.</summary>
/// <remarks>May be shared between threads. Expressions are told apart by their identity: to compare them takes as long as to work out the shape.</remarks>
internal sealed class AtomShapes
{
    private readonly ConcurrentDictionary<Place, AtomShape> _shapes = new();

    /// <summary>The shape of an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="sight">The rows at hand.</param>
    /// <param name="make">Works it out.</param>
    public AtomShape Of(TypedExpression expression, Sight sight, Func<TypedExpression, Sight, AtomShape> make)
    {
        Place place = new(expression, sight.Paths.Subject, sight.Trails.Length);
        return _shapes.TryGetValue(place, out AtomShape? shape) ? shape : _shapes.GetOrAdd(place, make(expression, sight));
    }

    // The same formula may stand in rules of several tables, and at several depths.
    private readonly record struct Place(TypedExpression Expression, string Subject, int Depth)
    {
        public bool Equals(Place other) => ReferenceEquals(Expression, other.Expression) && Depth == other.Depth && Subject == other.Subject;

        public override int GetHashCode() => RuntimeHelpers.GetHashCode(Expression);
    }
}
