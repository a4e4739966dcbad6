using System.Collections;
using System.Reflection;

namespace EcoSim.Tests.Memory;

/// <summary>Adds up how much room an object and all it holds have for elements.</summary>
public static class Buffers
{
    /// <summary>Elements of all arrays that can be reached through the fields of classes.</summary>
    public static long Room(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([root]);
        long room = 0;
        while (waiting.TryPop(out object? next))
        {
            if (next is string or Delegate or MemberInfo || !seen.Add(next))
            {
                continue;
            }

            if (next is Array array)
            {
                room += array.LongLength;
                if (!array.GetType().GetElementType()!.IsValueType)
                {
                    foreach (object? element in (IEnumerable)array)
                    {
                        Push(waiting, element);
                    }
                }

                continue;
            }

            for (Type? type = next.GetType(); type is not null; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    // A value held in a class holds no growing buffer in this program.
                    if (!field.FieldType.IsValueType && !field.FieldType.IsPointer)
                    {
                        Push(waiting, field.GetValue(next));
                    }
                }
            }
        }

        return room;
    }

    private static void Push(Stack<object> waiting, object? value)
    {
        if (value is not null)
        {
            waiting.Push(value);
        }
    }
}
