// The same work in Go: 500 pages of 6 KB in a map.
package main

import (
	"fmt"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var pages = make(map[string]string, 500)

func main() {
	for code := 100; code < 600; code++ {
		line := fmt.Sprintf("<p>%d is one of <b>500</b> pages.</p>\n", code)
		pages[fmt.Sprintf("/%d", code)] = strings.Repeat(line, 6000/len(line))
	}
	lambda.Start(answer)
}

func answer(request events.APIGatewayV2HTTPRequest) (events.APIGatewayV2HTTPResponse, error) {
	page, found := pages[strings.TrimSuffix(request.RawPath, ".json")]
	if !found {
		return events.APIGatewayV2HTTPResponse{StatusCode: 404}, nil
	}
	return events.APIGatewayV2HTTPResponse{
		StatusCode: 200,
		Headers: map[string]string{
			"Content-Type":  "text/html;charset=UTF-8",
			"Cache-Control": "public, max-age=300",
			"Vary":          "Accept",
		},
		Body: page,
	}, nil
}
